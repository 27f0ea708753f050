"""The reporting verbs: what each takes as its complement, and what act it is.

Each verb is written once, in its base form, under the frames it takes:

    clause      that-clause, with or without "that":   said (that) it was late
    addressee   someone is told first:                  told reporters (that) …
    infinitive  to do, by the subject:                  vowed to appeal
    object_to   someone is to do:                       urged the union to accept
    object      a noun phrase is the content:           denounced the plan
    object_as   object and what it is called:           called the plan “a trick”
    charge      object and of/for + what it did:        accused him of lying
    thanks      addressee, then for + what for:         thanked him for coming
    quote       only with quoted words beside it:       “No,” he laughed

A verb also taken for a noun or for a plain event too often is left out: which
stay in was decided by the share of each that PolNeAR's training part marks
(below .5 out, unless other frames exclude the wrong uses).
"""

from dataclasses import dataclass

from tracker.model import Act

_CLAUSE = """
    say add note report announce argue explain claim insist acknowledge admit concede confirm
    declare state stress emphasise emphasize reiterate repeat warn predict allege assert maintain
    contend complain observe remark recall reply respond answer conclude estimate testify
    reveal disclose indicate suggest tweet write post caution counter retort boast joke quip
    lament vow promise pledge threaten swear deny agree hint imply confess clarify recount
    fret muse affirm reaffirm aver opine posit propose recommend demand proclaim calculate reckon
    forecast project rule specify retweet email remind tell assure inform notify advise convince
    point-out stipulate recognise recognize continue guess signal
"""
_BELIEF_CLAUSE = """
    believe think fear hope worry suspect expect feel doubt know realise realize
    assume wish
"""
_DOCUMENT_CLAUSE = "show find suggest indicate reveal conclude say state record estimate read"
_ADDRESSEE = """
    tell remind assure inform notify advise warn promise convince ask urge order instruct caution
    email text
"""
_INFINITIVE = """
    vow promise pledge threaten swear refuse offer plan hope want intend propose agree seek wish
    expect prefer ask demand claim
"""
_OBJECT_TO = """
    urge ask order advise encourage instruct beg implore want expect invite tell call-on
    challenge warn would-like
"""
_OBJECT = """
    criticise criticize denounce condemn slam blast reject deny dismiss defend oppose support
    welcome endorse question mock attack praise applaud decry deplore ridicule deride hail
    dispute refute assail bemoan lament lambast lambaste rebuke refuse propose demand
    acknowledge confirm announce predict cite highlight prefer want doubt fear recommend
    call-for push-for appeal-for ask-for object-to point-to refer-to talk-about
    speak-about complain-about joke-about apologise-for apologize-for boast-of boast-about warn-of
    warn-against warn-about speak-of side-with agree-with disagree-with believe-in worry-about
    hint-at allude-to rail-against comment-on advocate-for argue-for argue-against insist-on
    tweet-about tout reiterate stress emphasise emphasize explain favor favour
    show find record suggest reveal describe discuss promise pledge threaten vow claim allege note
"""
_OBJECT_AS = """
    term call describe brand label dub characterise characterize portray denounce dismiss deride
    hail regard consider view see declare praise mock
"""
_CHARGE = (
    "liken accuse blame criticise criticize praise fault applaud credit mock slam blast attack"
)
_THANKS = "thank congratulate"
_QUOTE = """
    laugh shout yell cry chant sigh snap storm continue begin quote exclaim urge ask
    insist thunder fume rage groan snort grumble plead ask wonder intone shrug agree
    whisper mutter inquire enquire interject chime-in go-on shoot-back fire-back hit-back sum-up
    put-it caption rant reflect criticise criticize read demand call conclude smile grin beam rap
    blast slam text pray sing scream explain reason grovel sneer scoff chuckle bark
"""
_ADJECTIVE = """
    convinced certain confident adamant sure hopeful worried afraid optimistic concerned
    terrified scared
"""
_QUESTION = "ask wonder question inquire enquire explain discuss say tell describe"
_BELIEF = frozenset(_BELIEF_CLAUSE.split()) | {
    "reckon",
    "doubt",
    "regard",
    "consider",
    "view",
    "see",
    "believe-in",
    "worry-about",
    "prefer",
    "favor",
    "favour",
}

_IRREGULAR = {
    "say": "said",
    "tell": "told",
    "write": "wrote written",
    "think": "thought",
    "feel": "felt",
    "know": "knew known",
    "understand": "understood",
    "swear": "swore sworn",
    "show": "showed shown",
    "find": "found",
    "read": "read",
    "seek": "sought",
    "see": "saw seen",
    "forecast": "forecast",
    "sing": "sang sung",
    "begin": "began begun",
    "speak": "spoke spoken",
    "put": "put",
    "hit": "hit",
    "shoot": "shot",
    "go": "went gone",
    "beg": "begged",
    "rap": "rapped",
    "snap": "snapped",
    "plan": "planned",
    "refer": "referred",
    "prefer": "preferred",
    "quip": "quipped",
    "admit": "admitted",
    "grin": "grinned",
    "slam": "slammed",
    "dub": "dubbed",
    "text": "texted",
    "rebut": "rebutted",
    "hail": "hailed",
    "chat": "chatted",
    "wish": "wished",
    "brand": "branded",
    "label": "labelled labeled",
    "signal": "signalled signaled",
    "rant": "ranted",
    "quote": "quoted",
}
_ING = {
    "beg": "begging",
    "rap": "rapping",
    "snap": "snapping",
    "plan": "planning",
    "put": "putting",
    "refer": "referring",
    "prefer": "preferring",
    "quip": "quipping",
    "admit": "admitting",
    "grin": "grinning",
    "slam": "slamming",
    "dub": "dubbing",
    "hit": "hitting",
    "begin": "beginning",
    "label": "labelling",
    "signal": "signalling",
    "see": "seeing",
    "agree": "agreeing",
    "decree": "decreeing",
}


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb: its base form, the frames it takes, the particle it needs, its act."""

    lemma: str
    frames: frozenset[str]
    act: Act
    particle: str | None = None


def _frames() -> dict[str, set[str]]:
    """Return the frames of each verb entry ("call-for" has its particle after the dash)."""
    table = {
        "clause": _CLAUSE + _BELIEF_CLAUSE,
        "document": _DOCUMENT_CLAUSE,
        "addressee": _ADDRESSEE,
        "infinitive": _INFINITIVE,
        "object_to": _OBJECT_TO,
        "object": _OBJECT,
        "object_as": _OBJECT_AS,
        "charge": _CHARGE,
        "thanks": _THANKS,
        "quote": _CLAUSE + _BELIEF_CLAUSE + _QUOTE,
        "question": _QUESTION,
        "measure": "put peg",
    }
    frames: dict[str, set[str]] = {}
    for frame, entries in table.items():
        for entry in entries.split():
            frames.setdefault(entry, set()).add(frame)
    return frames


def _act(entry: str) -> Act:
    if entry in _BELIEF:
        return Act.BELIEF
    if entry in {"want", "plan", "intend", "hope", "seek", "refuse", "would-like", "wish"}:
        return Act.INTENTION
    return Act.SPEECH


def _inflect(base: str) -> dict[str, str]:
    """Return the forms of a verb with what each is: "base", "s", "past" or "ing"."""
    e = base.endswith("e")
    y = base.endswith("y") and base[-2] not in "aeiou"
    if y:
        third, past = base[:-1] + "ies", base[:-1] + "ied"
    else:
        third = base + ("es" if base.endswith(("s", "sh", "ch", "x", "o")) else "s")
        past = base + ("d" if e else "ed")
    ing = _ING.get(base, (base[:-1] if e and base != "see" else base) + "ing")
    forms = {ing: "ing", third: "s", base: "base"}
    for form in _IRREGULAR.get(base, past).split():
        forms[form] = "past"
    return forms


def _build() -> dict[str, tuple[tuple[Verb, str], ...]]:
    forms: dict[str, list[tuple[Verb, str]]] = {}
    for entry, frames in _frames().items():
        base, _, particle = entry.partition("-")
        if base == "would":
            continue
        verb = Verb(base, frozenset(frames), _act(entry), particle or None)
        for form, kind in _inflect(base).items():
            forms.setdefault(form, []).append((verb, kind))
    for word in _ADJECTIVE.split():
        adjective = Verb(word, frozenset(["adjective", "clause"]), Act.BELIEF)
        forms[word] = [(adjective, "past")]
    return {
        form: tuple(sorted(entries, key=lambda entry: entry[0].particle is None))
        for form, entries in forms.items()
    }


FORMS = _build()
"""Inflected form → the verbs it may be (those that need a particle first), with the form's kind."""
