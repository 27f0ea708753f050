"""The rule that links occurrences to the claim first recorded.

Claims have one order: publication, then content hash, then place in the text.
Each claim is compared with the earlier claims that stand by themselves and share
its rare words, its speaker and days, or its event; the best one that passes every
gate becomes the claim it is part of. A claim that arrives late is put at its place
in the order and the rule runs again for the later ones that it touches, so the
outcome does not depend on the order of adding.

People's judgements come first: what they say is one is one, whatever the score, a
gate or the wording; a rejected link is never made again; where they disagree the
matcher decides, and the link is kept to be seen. A claim that a person joined to
another lends it its wording: what repeats either of them later is the same claim.

A statement that a later version of its article carries on unchanged is the same claim
there, however short. Where its figure changed, the later version updates it.

What was decided on words that are redacted since stands, unless people say otherwise.
"""

from tracker.linking.answers import held_link, matcher_with, touched_by
from tracker.linking.ranking import rank
from tracker.linking.run import link_claims, link_new

__all__ = ["held_link", "link_claims", "link_new", "matcher_with", "rank", "touched_by"]
