"""A real Neo4j server for tests and benchmarks: started on free ports with a random password, emptied, stopped.

`find` takes the server at NEO4J_URI if that is set, else `launch` starts one in Docker, or from the jars that
tools/neo4j.sh fetches. Run as a script it guards a server: `python neo4j_server.py OWNER LOCK COMMAND…` runs the
command and ends it when the process OWNER is gone, so that no server outlives a run that was killed.
"""

import fcntl
import logging
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from neo4j import Driver, GraphDatabase, Session
from neo4j.exceptions import DriverError, Neo4jError

ROOT = Path(__file__).resolve().parent.parent
REMEDY = (
    "There is no Neo4j server to test with: run `make test`, which fetches one, or start Docker, or set NEO4J_URI, "
    'NEO4J_USERNAME and NEO4J_PASSWORD to an empty one; `-m "not server"` leaves these tests out.'
)
_IMAGE = "neo4j:5.26-community"
_PATIENCE = 180.0
_CONFIGURATION = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{bolt}
server.bolt.advertised_address=127.0.0.1:{bolt}
server.http.listen_address=127.0.0.1:{http}
server.memory.heap.initial_size=512m
server.memory.heap.max_size=1g
server.memory.pagecache.size=256m
dbms.usage_report.enabled=false
"""


# That a server which is just starting does not answer is nothing to tell.
logging.getLogger("neo4j").addHandler(logging.NullHandler())


class NoServer(Exception):
    """No server could be found or started."""


@dataclass(slots=True)
class Server:
    """A server and how to log in. `home` is the folder of one that runs from jars, `container` the name in Docker."""

    uri: str
    username: str
    password: str = field(repr=False)
    database: str = "neo4j"
    home: str = ""
    guard: int = 0
    container: str = ""

    @property
    def environment(self) -> dict[str, str]:
        """The variables by which Liantu logs in."""
        names = ("NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE")
        return dict(zip(names, (self.username, self.password, self.database), strict=True))

    def driver(self) -> Driver:
        """A driver that logs in."""
        return GraphDatabase.driver(
            self.uri, auth=(self.username, self.password), notifications_min_severity="OFF", connection_timeout=15
        )

    def empty(self, *, schema: bool = False) -> None:
        """Delete everything; with `schema` constraints and indexes too."""
        with self.driver() as driver, driver.session(database=self.database) as session:
            session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS").consume()
            if schema:
                _drop(session)

    def holds_data(self) -> bool:
        """Whether there is any node."""
        with self.driver() as driver:
            return bool(driver.execute_query("MATCH (n) RETURN 1 LIMIT 1", database_=self.database).records)

    def wait(self) -> None:
        """Return when the server answers. Raises NoServer when it does not."""
        until, last = time.monotonic() + _PATIENCE, "it has ended"
        while time.monotonic() < until and (not self.home or _held(self.home)):
            try:
                with self.driver() as driver, driver.session(database=self.database) as session:
                    session.run("RETURN 1").consume()
                return
            except (DriverError, Neo4jError, OSError) as error:
                last = str(error)
                time.sleep(0.25)
        raise NoServer(f"Neo4j at {self.uri} does not answer: {last[:200]} (log: {self.home}/console.log)")

    def start(self, owner: int | None = None) -> None:
        """Start a server of jars, for the first time or again, and wait until it answers. It ends with `owner`."""
        java = ["java", "-cp", f"{jars()}/*", "org.neo4j.server.CommunityEntryPoint"]
        command = [*java, f"--home-dir={self.home}", f"--config-dir={self.home}/conf"]
        guard = [sys.executable, __file__, str(owner or os.getpid()), f"{self.home}/lock", *command]
        with Path(self.home, "console.log").open("ab") as log:
            started = subprocess.Popen(
                guard, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=self.home, start_new_session=True
            )
        self.guard = started.pid
        until = time.monotonic() + 10
        while not _held(self.home) and time.monotonic() < until:
            time.sleep(0.02)
        self.wait()

    def stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        """End a server that we started, with SIGKILL as if the machine had failed, and wait until it is gone."""
        if self.container:
            _docker("rm", "--force", "--volumes", self.container)
        elif self.guard:
            if _held(self.home):
                os.killpg(self.guard, how)
            with Path(self.home, "lock").open("a") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX)
            self.guard = 0

    def remove(self) -> None:
        """End it for good, at once, and delete its files."""
        self.stop(signal.SIGKILL)
        if self.home:
            shutil.rmtree(self.home, ignore_errors=True)


def find() -> Server | None:
    """The server at NEO4J_URI, if that is set."""
    uri = os.environ.get("NEO4J_URI")
    if not uri:
        return None
    username, password = os.environ.get("NEO4J_USERNAME", "neo4j"), os.environ.get("NEO4J_PASSWORD", "")
    return Server(uri, username, password, os.environ.get("NEO4J_DATABASE", "neo4j"))


def launch(owner: int | None = None) -> Server:
    """Start a server of our own. Raises NoServer with the remedy."""
    password = secrets.token_hex(16)
    if _docker("info"):
        return _in_docker(password)
    bolt, http = _free_ports()
    server = Server(f"neo4j://127.0.0.1:{bolt}", "neo4j", password, home=tempfile.mkdtemp(prefix="liantu-neo4j-"))
    configuration = Path(server.home, "conf", "neo4j.conf")
    configuration.parent.mkdir()
    configuration.write_text(_CONFIGURATION.format(bolt=bolt, http=http), encoding="utf-8")
    try:
        _set_password(server)
        server.start(owner)
    except NoServer:
        server.remove()
        raise
    return server


def jars() -> str:
    """The folder of the server's jars, fetched if need be. Raises NoServer with the remedy."""
    script = ROOT / "tools" / "neo4j.sh"
    environment = {name: value for name, value in os.environ.items() if name != "NEO4J_URI"}
    done = subprocess.run([script], capture_output=True, text=True, env=environment, check=False)
    if done.returncode or not done.stdout.strip():
        raise NoServer(f"{REMEDY} {done.stderr.strip()}")
    return done.stdout.strip()


def _set_password(server: Server) -> None:
    """Set the password of a server that has never run; good for one run, since the tool takes it as an argument."""
    tool = ["java", "-cp", f"{jars()}/*", "org.neo4j.cli.AdminTool", "dbms", "set-initial-password", server.password]
    places = {"NEO4J_HOME": server.home, "NEO4J_CONF": f"{server.home}/conf"}
    done = subprocess.run(tool, capture_output=True, text=True, env=os.environ | places, check=False)
    if done.returncode:
        raise NoServer(f"Neo4j cannot be set up: {done.stderr.strip()[:300]}")


def _in_docker(password: str) -> Server:
    """A server in a container; the password goes there by the environment, not as an argument."""
    bolt, _ = _free_ports()
    name = f"liantu-neo4j-{secrets.token_hex(4)}"
    secret = {"NEO4J_AUTH": f"neo4j/{password}"}
    listen = ["--publish", f"127.0.0.1:{bolt}:7687", "--env", f"NEO4J_server_bolt_advertised__address=127.0.0.1:{bolt}"]
    if not _docker("run", "--detach", "--rm", "--name", name, "--env", "NEO4J_AUTH", *listen, _IMAGE, **secret):
        raise NoServer(f"{REMEDY} Docker answers but cannot run {_IMAGE}.")
    server = Server(f"neo4j://127.0.0.1:{bolt}", "neo4j", password, container=name)
    try:
        server.wait()
    except NoServer:
        server.remove()
        raise
    return server


def _docker(*arguments: str, **environment: str) -> bool:
    """Run docker; whether it is there and succeeded."""
    if shutil.which("docker") is None:
        return False
    done = subprocess.run(["docker", *arguments], capture_output=True, env=os.environ | environment, check=False)
    return done.returncode == 0


def _drop(session: Session) -> None:
    """Drop all constraints, and then all indexes but those that every database has."""
    for show, drop in (("SHOW CONSTRAINTS YIELD name", "CONSTRAINT"), ("SHOW INDEXES YIELD name, type", "INDEX")):
        for row in list(session.run(show)):
            if row.get("type") != "LOOKUP":
                session.run(f"DROP {drop} `{row['name']}` IF EXISTS").consume()


def _free_ports() -> tuple[int, int]:
    """Two ports that nobody listens on."""
    with socket.socket() as one, socket.socket() as two:
        one.bind(("127.0.0.1", 0))
        two.bind(("127.0.0.1", 0))
        return one.getsockname()[1], two.getsockname()[1]


def _held(home: str) -> bool:
    """Whether the guard or the server of a home lives: both hold its lock."""
    with Path(home, "lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def _guard(owner: int, lock_path: str, command: list[str]) -> int:
    """Run a command until it ends, or we are told to end, or the owner is gone."""
    with Path(lock_path).open("a") as lock:
        # For a moment somebody may look whether it is held.
        fcntl.flock(lock, fcntl.LOCK_EX)
        child = subprocess.Popen(command, pass_fds=(lock.fileno(),))
        signal.signal(signal.SIGTERM, lambda *_: child.terminate())
        while True:
            try:
                return child.wait(timeout=1)
            except subprocess.TimeoutExpired:
                try:
                    os.kill(owner, 0)
                except ProcessLookupError:
                    child.terminate()


if __name__ == "__main__":
    sys.exit(_guard(int(sys.argv[1]), sys.argv[2], sys.argv[3:]))
