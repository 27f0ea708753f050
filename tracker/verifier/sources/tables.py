"""Where an SQLite database has each kind of record, and how its columns are to be read."""

from __future__ import annotations

TABLES = {
    "outlets": "outlet",
    "articles": "article",
    "versions": "article_version",
    "agents": "agent",
    "places": "place",
    "events": "event",
    "participations": "participation",
    "claims": "claim",
    "occurrences": "occurrence",
    "attributions": "attribution",
    "facts": "reported_fact",
    "links": "link",
    "relations": "claim_relation",
    "judgements": "judgement",
    "corrections": "correction",
    "anchorings": "anchoring",
    "notices": "article_notice",
    "requests": "idempotency_key",
    "withdrawals": "article_withdrawal",
    "redactions": "redaction",
    "agent_identity": "agent_identity",
}
"""The table of each kind of record."""

NUMBERS = {
    "articles": {"outlet": ("outlet_id", "outlets")},
    "versions": {"article": ("article_id", "articles")},
    "events": {"place": ("place_id", "places")},
    "participations": {"event": ("event_id", "events"), "agent": ("agent_id", "agents")},
    "claims": {
        "speaker": ("speaker_id", "agents"),
        "event": ("event_id", "events"),
        "part_of": ("part_of_id", "claims"),
    },
    "occurrences": {
        "own_claim_id": ("claim_id", "claims"),
        "version": ("version_id", "versions"),
        "parent": ("parent_id", "occurrences"),
        "proposed_id": ("proposed_id", "agents"),
    },
    "attributions": {
        "occurrence": ("occurrence_id", "occurrences"),
        "agent": ("agent_id", "agents"),
    },
    "facts": {"occurrence": ("occurrence_id", "occurrences"), "event": ("event_id", "events")},
    "links": {"occurrence": ("occurrence_id", "occurrences"), "claim_id": ("claim_id", "claims")},
    "relations": {
        "from_claim_id": ("from_claim_id", "claims"),
        "to_claim_id": ("to_claim_id", "claims"),
    },
    "judgements": {
        "link": ("link_id", "links"),
        "relation": ("relation_id", "relations"),
        "occurrence": ("occurrence_id", "occurrences"),
        "withdraws": ("withdraws_id", "judgements"),
    },
    "corrections": {"occurrence": ("occurrence_id", "occurrences")},
    "anchorings": {
        "occurrence": ("occurrence_id", "occurrences"),
        "version": ("version_id", "versions"),
        "successor": ("successor_id", "occurrences"),
    },
    "notices": {
        "article": ("article_id", "articles"),
        "claim": ("claim_id", "claims"),
        "occurrence": ("occurrence_id", "occurrences"),
        "withdraws": ("withdraws_id", "notices"),
    },
    "withdrawals": {"article": ("article_id", "articles")},
    "agent_identity": {
        "agent": ("agent_id", "agents"),
        "other": ("other_id", "agents"),
        "withdraws": ("withdraws_id", "agent_identity"),
    },
}
"""What a record names by uid, its column in the database, and the kind that it names."""

BOOLEANS = ("denied", "rejected", "active", "same", "carried", "withdrawn")
TIMES = ("at", "captured_at")
JSONS = ("speaker_names", "features", "differences", "anchors", "spans", "struck", "answer")

EMPTIED = "redacted"
"""How bytes are packed that were taken out."""
