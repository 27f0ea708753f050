"""A sequence model for indirect and mixed speech, where rules over the surface end.

A linear-chain CRF tags the words of a sentence as cue, source and content. Among its
features are the verdicts of the rules on the same sentence, so that it learns where to
believe them. `tags` turns marks into tags and back, `features` says what the model sees of
a word, `join` puts what it finds beside the rules' drafts, `confidence` says how sure each
draft is, `model` reads with it all and `train` makes it from marked articles.
"""
