"""A certificate authority of one's own, made once, that can vouch for nothing but machines of the same home."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

YEARS_OF_AUTHORITY = timedelta(days=3652)
LIFE, RENEW_BEFORE = timedelta(days=397), timedelta(days=30)
"""No browser takes a certificate of a server that lasts longer."""
AHEAD = timedelta(days=1)
"""Clocks of the devices may be behind."""

NETWORKS = (
    "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "127.0.0.0/8", "fc00::/7", "fe80::/10", "::1/128",
)  # fmt: skip
DOMAINS = ("localhost", "local", "lan", "home", "home.arpa", "internal", "fritz.box")
Key = ec.EllipticCurvePrivateKey


@dataclass(frozen=True)
class Paths:
    """Where the certificates are kept; keys are for the owner only."""

    folder: Path

    @property
    def authority(self) -> Path:
        """The certificate that devices are told to trust."""
        return self.folder / "authority.crt"

    @property
    def authority_key(self) -> Path:
        """Its key."""
        return self.folder / "authority.key"

    @property
    def server(self) -> Path:
        """What the server shows."""
        return self.folder / "server.crt"

    @property
    def server_key(self) -> Path:
        """Its key."""
        return self.folder / "server.key"


def ready(paths: Paths, names: Sequence[str], *, now: datetime) -> bool:
    """Make what is missing, and the server's certificate anew when it ends soon or lacks a name; whether it was new."""
    paths.folder.mkdir(mode=0o700, exist_ok=True)
    if not paths.authority.exists() or not paths.authority_key.exists():
        _make_authority(paths, names, now)
    authority = x509.load_pem_x509_certificate(paths.authority.read_bytes())
    wanted = tuple(name for name in names if _may_vouch(authority, name))
    if _still_good(paths, authority, wanted, now):
        return False
    _make_server(paths, authority, wanted, now)
    return True


def _make_authority(paths: Paths, names: Sequence[str], now: datetime) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"Unbend at home ({names[0]})")])
    own = [name for name in names if not _is_address(name) and not _under(name, DOMAINS)]
    permitted: list[x509.GeneralName] = [x509.DNSName(domain) for domain in (*DOMAINS, *own)]
    permitted += [x509.IPAddress(ip_network(network)) for network in NETWORKS]
    certificate = (
        _begun(name, name, key, now, YEARS_OF_AUTHORITY)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs=True), critical=True)
        .add_extension(x509.NameConstraints(permitted, None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    _write_key(paths.authority_key, key)
    _write(paths.authority, certificate.public_bytes(serialization.Encoding.PEM))


def _make_server(paths: Paths, authority: x509.Certificate, names: Sequence[str], now: datetime) -> None:
    signer = serialization.load_pem_private_key(paths.authority_key.read_bytes(), password=None)
    assert isinstance(signer, Key)  # noqa: S101 - we made it
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, names[0][:64])])
    certificate = (
        _begun(subject, authority.subject, key, now, LIFE)
        .add_extension(x509.SubjectAlternativeName([_general(name) for name in names]), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()), critical=False)
        .sign(signer, hashes.SHA256())
    )
    _write_key(paths.server_key, key)
    _write(paths.server, certificate.public_bytes(serialization.Encoding.PEM))


def _still_good(paths: Paths, authority: x509.Certificate, names: Sequence[str], now: datetime) -> bool:
    if not paths.server.exists() or not paths.server_key.exists():
        return False
    certificate = x509.load_pem_x509_certificate(paths.server.read_bytes())
    has = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    lasts = certificate.not_valid_after_utc - now > RENEW_BEFORE
    return lasts and certificate.issuer == authority.subject and all(_general(name) in list(has) for name in names)


def _may_vouch(authority: x509.Certificate, name: str) -> bool:
    """Whether the authority may name it: a machine that was renamed keeps its authority and its name.local."""
    permitted = authority.extensions.get_extension_for_class(x509.NameConstraints).value.permitted_subtrees or []
    if not _is_address(name):
        return _under(name, [each.value for each in permitted if isinstance(each, x509.DNSName)])
    networks = [each.value for each in permitted if isinstance(each, x509.IPAddress)]
    return any(
        ip_address(name) in network for network in networks if not isinstance(network, IPv4Address | IPv6Address)
    )


def _under(name: str, domains: Sequence[str]) -> bool:
    return any(name == domain or name.endswith(f".{domain}") for domain in domains)


def _begun(subject: x509.Name, issuer: x509.Name, key: Key, now: datetime, life: timedelta) -> x509.CertificateBuilder:
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(key.public_key())
    return (
        builder.serial_number(x509.random_serial_number())
        .not_valid_before(now - AHEAD)
        .not_valid_after(now - AHEAD + life)
    )


def _usage(*, signs: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs, key_cert_sign=signs, crl_sign=signs, content_commitment=False,
        key_encipherment=False, data_encipherment=False, key_agreement=False, encipher_only=False, decipher_only=False,
    )  # fmt: skip


def _general(name: str) -> x509.GeneralName:
    return x509.IPAddress(ip_address(name)) if _is_address(name) else x509.DNSName(name)


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _write_key(path: Path, key: Key) -> None:
    form = serialization.PrivateFormat.PKCS8
    _write(path, key.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption()))


def _write(path: Path, content: bytes) -> None:
    beside = path.with_name(f".{path.name}.part")
    beside.unlink(missing_ok=True)
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
    beside.replace(path)
