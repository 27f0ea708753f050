"""Other ways to find the claims that are like a text: what the keys are compared with."""

import sqlite3
from collections.abc import Callable, Sequence

import psycopg
from rapidfuzz import fuzz, process

from tracker.store.candidates import CANDIDATES

Search = Callable[[str], Sequence[int]]
"""Gives the numbers of the claims found for a text, counted from 1, the best first."""


def full_text(texts: Sequence[str], connection: sqlite3.Connection) -> Search:
    """Return SQLite's full-text search over the same claims, any of the words, bm25."""
    connection.execute("CREATE VIRTUAL TABLE claim USING fts5(text, tokenize=porter)")
    connection.executemany("INSERT INTO claim VALUES (?)", ((text,) for text in texts))
    connection.commit()
    query = "SELECT rowid FROM claim WHERE claim MATCH ? ORDER BY bm25(claim) LIMIT 50"

    def search(text: str) -> list[int]:
        words = " OR ".join(f'"{word}"' for word in dict.fromkeys(text.strip(".").split()))
        return [row for (row,) in connection.execute(query, (words,))]

    return search


def brute_force(texts: Sequence[str]) -> Search:
    """Return a comparison with every claim."""

    def search(text: str) -> list[int]:
        found = process.extract(text, texts, scorer=fuzz.token_set_ratio, limit=CANDIDATES)
        return [index + 1 for _, _, index in found]

    return search


def trigrams(texts: Sequence[str], connection: psycopg.Connection) -> Search | None:
    """Return PostgreSQL's trigram search over the same claims, the nearest by similarity."""
    connection.autocommit = True
    try:
        connection.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    except psycopg.Error as error:
        print(f"  pg_trgm: not there ({str(error).splitlines()[0]})")
        return None
    connection.execute("CREATE TEMPORARY TABLE claim_text (id int, body text)")
    with connection.cursor().copy("COPY claim_text FROM STDIN") as copy:
        for number, words in enumerate(texts, 1):
            copy.write_row((number, words))
    connection.execute("CREATE INDEX ON claim_text USING gin (body gin_trgm_ops)")
    connection.execute("ANALYZE claim_text")
    query = (
        "SELECT id FROM claim_text WHERE body %% %(text)s "
        "ORDER BY similarity(body, %(text)s) DESC LIMIT 50"
    )

    def search(text: str) -> list[int]:
        return [number for (number,) in connection.execute(query, {"text": text})]

    return search
