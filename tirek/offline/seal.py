"""What an edition says of itself, read from a folder: manifest, page data, signature."""

from dataclasses import dataclass
from pathlib import Path

from tirek.offline.fault import UsbError
from tirek.offline.manifest import (
    APART,
    MANIFEST,
    MOST_BYTES,
    SCRIPT,
    SIGNATURE,
    About,
    Manifest,
    is_in_order,
    key_in,
    read_manifest,
    script,
)
from tirek.offline.signature import PublicKey, public_key, trusted_comment
from tirek.offline.solid import digest_of, put
from tirek.offline.tree import files_below


@dataclass(frozen=True, slots=True)
class Seal:
    """The three files that the manifest does not name, as they are."""

    manifest: Manifest
    content: bytes
    """The manifest's bytes."""
    script: bytes
    """``edition.js``, b"" where there is none."""
    signature: bytes
    """b"" where there is none."""

    @property
    def faults(self) -> list[tuple[str, str]]:
        """What does not belong together: name, and ``damaged``, ``missing`` or ``extra``.

        Manifest and page data bear each other out; the signature is borne out by the key that
        the page data names. Page data carries a check of its own, so that of two that differ
        the damaged one is named.
        """
        found = []
        key = key_in(self.script)
        if not self.script:
            found.append((SCRIPT, "missing"))
        elif self.script != script(self.content, key):
            # Page data that is itself in order tells of another manifest than this.
            found.append((MANIFEST if is_in_order(self.script) else SCRIPT, "damaged"))
        if found:  # nothing bears the signature out
            return found
        if not key and self.signature:
            found.append((SIGNATURE, "extra"))
        if key and not self.signature:
            found.append((SIGNATURE, "missing"))
        if key and self.signature and self.distrust(public_key(key)) is not None:
            found.append((SIGNATURE, "damaged"))
        return found

    def distrust(self, key: PublicKey) -> UsbError | None:
        """Return why the edition is not what the owner of ``key`` signed, or None if it is."""
        if not self.signature:
            return UsbError("usb_unsigned")
        try:
            text = self.signature.decode("ascii")
        except UnicodeDecodeError:
            return UsbError("usb_signature_form")
        try:
            comment = trusted_comment(self.content, text, key)
        except UsbError as error:
            return error
        if comment != self.manifest.about.comment:
            return UsbError("usb_signature_comment", said=comment)
        return None


def read_seal(folder: Path) -> Seal:
    """Return the seal of the edition in ``folder``.

    Raises:
        UsbError: ``usb_no_manifest``, ``usb_manifest_form``.
        OSError: it cannot be read.
    """
    content = _read(folder / MANIFEST)
    if not content:
        raise UsbError("usb_no_manifest", folder=folder)
    manifest = read_manifest(content)
    return Seal(manifest, content, _read(folder / SCRIPT), _read(folder / SIGNATURE))


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(MOST_BYTES)
    except (FileNotFoundError, IsADirectoryError):
        return b""


def seal_folder(folder: Path, about: About) -> Manifest:
    """Write the manifest of all that is in ``folder``, and what pages are told of it.

    A signature that was there is gone then: it was of something else.
    """
    for name in APART:
        (folder / name).unlink(missing_ok=True)
    found = list(files_below(folder))
    sums = {path: digest_of(folder / path) for path, _ in found}
    manifest = Manifest(about, dict(sorted(sums.items())), sum(size for _, size in found))
    part = folder.with_name(f".{folder.name}.part")
    put(folder / SCRIPT, script(manifest.content), part)
    put(folder / MANIFEST, manifest.content, part)
    return manifest


def source_seal(folder: Path, key: PublicKey | None = None) -> Seal:
    """Return the seal of an edition that is to be copied, if it bears itself out.

    Raises:
        UsbError: it does not, or ``key`` is given and did not sign it.
    """
    seal = read_seal(folder)
    for name, _ in seal.faults:
        raise UsbError("usb_source_seal", folder=folder, path=name)
    if key is not None and (why := seal.distrust(key)) is not None:
        raise why
    return seal
