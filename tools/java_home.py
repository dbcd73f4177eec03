"""Print the folder of the Java that Spark runs on, or say in one line that there is none (exit code 1)."""

from untold.codebook.errors import EngineUnusable
from untold.incidents.spark.java import java_home

if __name__ == "__main__":
    try:
        print(java_home())
    except EngineUnusable as missing:
        raise SystemExit(f"error: {missing}") from None
