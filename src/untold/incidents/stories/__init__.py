"""Stories: texts that tell of one incident in their own words, in two scripts, many of them without a date.

Copies are found by what they repeat. This room finds what two reporters of one
village share: its name, the day, who is blamed, the numbers. Its groups are
evidence for a match, as copies are, and join nothing by themselves.
"""

from untold.incidents.stories.grouping import story_groups
from untold.incidents.stories.sharing import Shared, Stories, stories_told
from untold.incidents.stories.traits import Story, story_of

__all__ = ["Shared", "Stories", "Story", "stories_told", "story_groups", "story_of"]
