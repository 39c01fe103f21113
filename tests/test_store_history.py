"""Whatever comes and goes, in whatever order, on either store: the graph is the one built from what remains."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from random_documents import TITLES, documents_called
from short_documents import Whole, whole

from graph.facts import Document
from graph.loading import forget, load
from graph.stores import open_store
from liantu.hierarchy import divisions


def built_from_nothing(documents: list[Document]) -> Whole:
    """The whole of a graph file that these documents alone were loaded into."""
    with TemporaryDirectory() as folder, open_store(str(Path(folder, "fresh.kgl")), writable=True) as store:
        for document in documents:
            load(store, document, divisions)
        return whole(store)


class History(RuleBasedStateMachine):
    """Documents of three titles are loaded, changed, loaded again and forgotten."""

    where = ""

    def __init__(self) -> None:
        """Begin with an empty graph."""
        super().__init__()
        self.store = open_store(self.where, writable=True)
        self.kept: dict[str, Document] = {}

    @rule(document=st.sampled_from(TITLES).flatmap(documents_called))
    def load_one(self, document: Document) -> None:
        """A document that is new, or takes the place of what it was; the same one changes nothing."""
        before = self.kept.get(document.policy.id)
        outcome = load(self.store, document, divisions)
        assert (outcome == "new") == (before is None)
        self.kept[document.policy.id] = document

    @precondition(lambda self: self.kept)
    @rule(data=st.data())
    def load_again(self, data: st.DataObject) -> None:
        """What is loaded already is the same."""
        assert load(self.store, self.kept[data.draw(st.sampled_from(sorted(self.kept)))], divisions) == "same"

    @precondition(lambda self: self.kept)
    @rule(data=st.data())
    def take_back(self, data: st.DataObject) -> None:
        """A document is forgotten."""
        gone = data.draw(st.sampled_from(sorted(self.kept)))
        assert forget(self.store, gone) == self.kept.pop(gone).policy.title

    @invariant()
    def is_what_remains(self) -> None:
        """The graph is the one built from nothing out of what remains."""
        assert whole(self.store) == built_from_nothing(list(self.kept.values()))

    def teardown(self) -> None:
        """Leave an empty graph for the next history."""
        for policy in self.kept:
            forget(self.store, policy)
        assert self.store.counts().labels == self.store.counts().relations == {}
        self.store.close()


def test_any_history_ends_in_what_remains_on_either_store(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """After every step of any history the graph equals one that is built from nothing out of what remains."""
    monkeypatch.setattr(History, "where", place)
    run_state_machine_as_test(
        History,
        settings=settings(
            max_examples=int(os.environ.get("LIANTU_HISTORIES", "15")),
            stateful_step_count=10,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
