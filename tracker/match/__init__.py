"""Whether two claims are the same: keys to find candidates, features, gates, a score."""

from tracker.match.bounds import LEAST_WORDS as LEAST_WORDS
from tracker.match.bounds import LINK as LINK
from tracker.match.bounds import SUGGEST as SUGGEST
from tracker.match.events import STORY_DAYS as STORY_DAYS
from tracker.match.events import STRIKES as STRIKES
from tracker.match.explain import Row as Row
from tracker.match.explain import explain as explain
from tracker.match.explain import start as start
from tracker.match.explain import strongest as strongest
from tracker.match.keys import keys as keys
from tracker.match.keys import least_keys as least_keys
from tracker.match.keys import shares_words as shares_words
from tracker.match.keys import word_key as word_key
from tracker.match.keys import word_keys as word_keys
from tracker.match.nearness import meaning_keys as meaning_keys
from tracker.match.nearness import meaning_probes as meaning_probes
from tracker.match.nearness import means_alike as means_alike
from tracker.match.prepare import bare_name as bare_name
from tracker.match.ranking import likeness as likeness
from tracker.match.ranking import nearness as nearness
from tracker.match.rarity import rarity as rarity
from tracker.match.revision import CARRIED_ON as CARRIED_ON
from tracker.match.revision import between_versions as between_versions
from tracker.match.revision import carries_on as carries_on
from tracker.match.revision import in_one_mouth as in_one_mouth
from tracker.match.score import MATCHER_NAME as MATCHER_NAME
from tracker.match.score import MATCHER_VERSION as MATCHER_VERSION
from tracker.match.score import compare as compare
from tracker.match.score import content_stems as content_stems
from tracker.match.score import content_word_count as content_word_count
from tracker.match.story import are_one_story as are_one_story

__all__ = [
    "CARRIED_ON",
    "LEAST_WORDS",
    "LINK",
    "MATCHER_NAME",
    "MATCHER_VERSION",
    "STORY_DAYS",
    "STRIKES",
    "SUGGEST",
    "Row",
    "bare_name",
    "between_versions",
    "carries_on",
    "compare",
    "content_stems",
    "content_word_count",
    "explain",
    "in_one_mouth",
    "keys",
    "least_keys",
    "likeness",
    "meaning_keys",
    "meaning_probes",
    "means_alike",
    "nearness",
    "rarity",
    "shares_words",
    "start",
    "strongest",
    "word_key",
    "word_keys",
]
