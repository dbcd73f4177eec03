"""`python -m untold` is `untold`."""

from untold.cli import main

if __name__ == "__main__":
    main()
