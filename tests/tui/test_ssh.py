"""The reader through a real SSH connection inside tmux, as its users have it."""

import getpass
import os
import shlex
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path

import pytest
from installed import OTHER, REPORT, Policyreader, command_line

PATIENCE = 30.0
SBIN = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/sbin"))
PROGRAMS = {name: shutil.which(name, path=SBIN) for name in ("sshd", "ssh", "ssh-keygen", "tmux")}
PRIVSEP = Path("/run/sshd")
"""The empty folder that sshd wants when root starts it; the system makes it with its service."""

pytestmark = pytest.mark.skipif(
    None in PROGRAMS.values(),
    reason="not installed: " + ", ".join(name for name, path in PROGRAMS.items() if not path),
)


def until(true, told):
    """Wait for something to become true, or fail with what is told then."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if true():
            return
        time.sleep(0.1)
    pytest.fail(told())


class Server:
    """An sshd on a free port of this host with keys that nobody else has."""

    def __init__(self, folder):
        self.folder = folder
        for key in ("host", "user"):
            command = [PROGRAMS["ssh-keygen"], "-q", "-t", "ed25519", "-N", "", "-f", folder / key]
            subprocess.run(command, check=True)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        config = folder / "sshd_config"
        config.write_text(
            f"ListenAddress 127.0.0.1:{self.port}\n"
            f"HostKey {folder / 'host'}\n"
            f"AuthorizedKeysFile {folder / 'user.pub'}\n"
            "PidFile none\nStrictModes no\nUsePAM no\nPasswordAuthentication no\n"
            "KbdInteractiveAuthentication no\nPermitRootLogin prohibit-password\nPrintMotd no\n"
        )
        self.made_privsep = os.geteuid() == 0 and not PRIVSEP.exists()
        if self.made_privsep:
            PRIVSEP.mkdir(mode=0o755)
        self.log = folder / "log"
        with self.log.open("wb") as log:
            command = [PROGRAMS["sshd"], "-D", "-e", "-f", config]
            self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=log)

    def command(self, remote):
        """The ssh command that runs another one through the server."""
        options = (
            f"-i {self.folder / 'user'} -p {self.port} -o IdentitiesOnly=yes -o BatchMode=yes "
            f"-o StrictHostKeyChecking=no -o UserKnownHostsFile={self.folder / 'known'} "
            f"-o LogLevel=ERROR"
        )
        place = f"{getpass.getuser()}@127.0.0.1"
        ssh = [PROGRAMS["ssh"], "-tt", "-F", "none", *shlex.split(options), place]
        return shlex.join([*ssh, remote])

    def ready(self):
        if self.process.poll() is not None:
            pytest.fail(f"sshd ended: {self.told()}")
        with socket.socket() as caller:
            return caller.connect_ex(("127.0.0.1", self.port)) == 0

    def told(self):
        return self.log.read_text(errors="replace")

    def close(self):
        self.process.terminate()
        self.process.wait(timeout=10)
        if self.made_privsep:
            PRIVSEP.rmdir()


@pytest.fixture
def server():
    # not tmp_path, whose length a socket's path cannot have
    with tempfile.TemporaryDirectory(prefix="pr-ssh-") as folder:
        started = Server(Path(folder))
        try:
            until(started.ready, started.told)
            yield started
        finally:
            started.close()


class Tmux:
    """A tmux server of its own with one window of 120x40."""

    def __init__(self, folder):
        self.base = [PROGRAMS["tmux"], "-S", str(folder / "tmux"), "-f", os.devnull]

    def run(self, *arguments):
        done = subprocess.run([*self.base, *arguments], capture_output=True, timeout=PATIENCE)
        return done.stdout.decode()

    def start(self, command):
        environment = {**os.environ, "LC_ALL": "C.UTF-8"}
        subprocess.run(
            [*self.base, "-u", "new-session", "-d", "-x", "120", "-y", "40", command],
            env={name: value for name, value in environment.items() if name != "TMUX"},
            check=True,
        )

    def screen(self):
        return self.run("capture-pane", "-p")

    def press(self, *keys):
        self.run("send-keys", *keys)

    def type(self, text):
        self.run("send-keys", "-l", text)

    def until(self, true):
        until(lambda: true(self.screen()), self.screen)
        return self.screen()


@pytest.fixture
def tmux(server):
    opened = Tmux(server.folder)
    yield opened
    opened.run("kill-server")


@pytest.fixture
def policyreader(tmp_path):
    command = Policyreader(tmp_path)
    added = command.run("add", command.file("dams.txt", REPORT), command.file("bridges.txt", OTHER))
    assert added.returncode == 0, added.stderr.decode()
    return command


def remote(policyreader):
    """The reader with its folders; of the environment ssh brings TERM only."""
    names = [name for name in policyreader.environment() if name.startswith(("XDG_", "LC_ALL"))]
    variables = [f"{name}={policyreader.environment()[name]}" for name in names]
    return shlex.join(["env", *variables, *command_line(), "--lang", "en"])


def test_list_filter_article_and_quit(server, tmux, policyreader):
    tmux.start(f"{server.command(remote(policyreader))}; echo left with $?; sleep {PATIENCE:.0f}")
    locked = "account is locked"
    shown = tmux.until(lambda screen: "2 meetings" in screen or locked in server.told())
    if locked in server.told():
        pytest.skip("this account is locked, and sshd lets nobody in")
    assert "全省水库安全视频会议" in shown
    assert "全省桥梁安全视频会议" in shown

    tmux.press("/")
    tmux.until(lambda screen: screen.rstrip().endswith("/"))
    tmux.type("桥梁")
    # the counts of the filter pane follow a moment later
    shown = tmux.until(lambda screen: "1 meeting " in screen and "水库" not in screen)
    assert "全省桥梁安全视频会议" in shown

    tmux.press("Enter")
    tmux.until(lambda screen: "/ 桥梁" not in screen)
    tmux.press("Enter")
    shown = tmux.until(lambda screen: "逐库登记" in screen)
    assert "林一川" in shown
    tmux.press("2")
    tmux.until(lambda screen: "专人看管" in screen)

    tmux.press("C-q")
    shown = tmux.until(lambda screen: "left with" in screen)
    assert "left with 0" in shown
    assert "桥梁" not in shown
