"""A certificate authority of one's own, and the server's certificate for this network, kept in one folder.

Phones trust the authority, so its key never leaves the folder, and its certificate says where it may be
believed: private addresses, this machine's own, names of a home network (name constraints, RFC 5280).
"""

import os
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

AUTHORITY_LASTS = timedelta(days=3650)
SERVER_LASTS = timedelta(days=397)
"""Browsers refuse a server certificate of more than 398 days."""
RENEW_BEFORE = timedelta(days=30)
NETWORKS = [
    "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "169.254.0.0/16", "127.0.0.0/8",
    "fc00::/7", "fe80::/10", "::1/128",
]  # fmt: skip
NAMES = ["local", "lan", "home.arpa", "internal", "localhost"]


class PublicName(ValueError):
    """A name of the internet: the authority may not vouch for it."""


@dataclass(frozen=True, slots=True)
class Certificates:
    """Where the files are: `authority` is for phones, `chain` and `key` are for the server."""

    folder: Path

    @property
    def authority(self) -> Path:
        return self.folder / "authority.crt"

    @property
    def authority_key(self) -> Path:
        return self.folder / "authority.key"

    @property
    def chain(self) -> Path:
        return self.folder / "server.crt"

    @property
    def key(self) -> Path:
        return self.folder / "server.key"

    def der(self) -> bytes:
        """The authority's certificate as phones take it."""
        return _read(self.authority).public_bytes(serialization.Encoding.DER)

    def fingerprint(self) -> str:
        """SHA-256 of the authority's certificate in hex, in pairs, as phones show it: `A1:B2:…`."""
        return _read(self.authority).fingerprint(hashes.SHA256()).hex(":").upper()


def certify(folder: Path, hosts: list[str], *, now: datetime) -> Certificates:
    """Bring the folder up to date for these addresses and names; what is still good is kept.

    Raises PublicName for a name that exists outside a home network.
    """
    refuse_public_names(hosts)
    kept = Certificates(folder)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not _is_good(kept.authority, kept.authority_key, now) or not _vouches_for(kept, hosts):
        _make_authority(kept, hosts, now)
        kept.chain.unlink(missing_ok=True)
    if not _is_good(kept.chain, kept.key, now) or _hosts_of(_read(kept.chain)) != set(hosts):
        _make_server(kept, hosts, now)
    return kept


def refuse_public_names(hosts: list[str]) -> None:
    for host in hosts:
        if not _address(host) and not any(host == name or host.endswith(f".{name}") for name in NAMES):
            raise PublicName(host)


def _networks(hosts: list[str]) -> list[IPv4Network | IPv6Network]:
    """The private networks, and each address outside of them by itself."""
    private = [ip_network(network) for network in NETWORKS]
    addresses = [address for host in hosts if (address := _address(host))]
    others = [at for at in addresses if not any(at in network for network in private)]
    return [*private, *(ip_network(at) for at in others)]


def _vouches_for(kept: Certificates, hosts: list[str]) -> bool:
    extensions = _read(kept.authority).extensions
    constraints = extensions.get_extension_for_class(x509.NameConstraints).value
    permitted = {str(subtree.value) for subtree in constraints.permitted_subtrees or ()}
    return {str(network) for network in _networks(hosts)} <= permitted


def _is_good(certificate: Path, key: Path, now: datetime) -> bool:
    """Whether both are there and the certificate lasts a while longer."""
    both = certificate.exists() and key.exists()
    return both and _read(certificate).not_valid_after_utc - now > RENEW_BEFORE


def _hosts_of(certificate: x509.Certificate) -> set[str]:
    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    return {str(name.value) for name in names}


def _make_authority(kept: Certificates, hosts: list[str], now: datetime) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = _name(f"My Funds at home, {now:%Y-%m-%d}")
    believed = [
        *(x509.IPAddress(network) for network in _networks(hosts)),
        *(x509.DNSName(at) for at in NAMES),
    ]
    constraints = x509.NameConstraints(believed, None)
    certificate = (
        _begin(name, name, key.public_key(), now, AUTHORITY_LASTS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs_certificates=True), critical=True)
        .add_extension(constraints, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    _write_key(kept.authority_key, key)
    kept.authority.write_bytes(_pem(certificate))


def _make_server(kept: Certificates, hosts: list[str], now: datetime) -> None:
    authority = _read(kept.authority)
    signing_key = serialization.load_pem_private_key(kept.authority_key.read_bytes(), None)
    assert isinstance(signing_key, ec.EllipticCurvePrivateKey)
    key = ec.generate_private_key(ec.SECP256R1())
    issuer_key = x509.AuthorityKeyIdentifier.from_issuer_public_key(signing_key.public_key())
    certificate = (
        _begin(_name("My Funds"), authority.subject, key.public_key(), now, SERVER_LASTS)
        .add_extension(x509.SubjectAlternativeName([_general_name(host) for host in hosts]), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(issuer_key, critical=False)
        .sign(signing_key, hashes.SHA256())
    )
    _write_key(kept.key, key)
    kept.chain.write_bytes(_pem(certificate) + _pem(authority))


def _begin(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey, now: datetime, lasts: timedelta
) -> x509.CertificateBuilder:
    """A certificate good from an hour ago, as clocks of phones differ."""
    made = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(key)
    begins = now - timedelta(hours=1)
    return (
        made.serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(begins + lasts)
    )


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common)])


def _general_name(host: str) -> x509.GeneralName:
    address = _address(host)
    return x509.IPAddress(address) if address else x509.DNSName(host)


def _address(host: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(host)
    except ValueError:
        return None


def _read(certificate: Path) -> x509.Certificate:
    return x509.load_pem_x509_certificate(certificate.read_bytes())


def _pem(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.PEM)


def _write_key(path: Path, key: ec.EllipticCurvePrivateKey) -> None:
    """Write a private key that only the owner can read, from its first byte on."""
    path.unlink(missing_ok=True)
    text = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(text)
