import ssl
import stat
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization

from config.phone.certificates import Certificates, PublicName, certify

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
HOSTS = ["192.168.1.5", "box.local"]


@pytest.fixture
def made(tmp_path: Path) -> Certificates:
    return certify(tmp_path / "phone", HOSTS, now=NOW)


def server(made: Certificates) -> x509.Certificate:
    return x509.load_pem_x509_certificates(made.chain.read_bytes())[0]


def verdict(made: Certificates, host: str) -> str:
    """What OpenSSL, in its strict mode, says about the server's certificate for a host."""
    option = "-verify_ip" if host[0].isdigit() else "-verify_hostname"
    command = ["openssl", "verify", "-x509_strict", "-attime", str(int(NOW.timestamp())), option, host]
    files = ["-CAfile", str(made.authority), str(made.chain)]
    return subprocess.run([*command, *files], capture_output=True, text=True).stdout


class TestCertify:
    @pytest.mark.parametrize("host", HOSTS)
    def test_makes_a_chain_that_a_strict_verifier_takes(self, made: Certificates, host: str) -> None:
        assert verdict(made, host).endswith(": OK\n")

    def test_vouches_for_no_other_host(self, made: Certificates) -> None:
        assert "OK" not in verdict(made, "192.168.1.6")

    def test_lasts_no_longer_than_browsers_allow(self, made: Certificates) -> None:
        certificate = server(made)
        assert certificate.not_valid_after_utc - certificate.not_valid_before_utc <= timedelta(days=398)
        assert certificate.not_valid_before_utc < NOW < certificate.not_valid_after_utc

    def test_keeps_the_keys_from_others(self, made: Certificates) -> None:
        modes = [stat.S_IMODE(path.stat().st_mode) for path in (made.key, made.authority_key, made.folder)]
        assert modes == [0o600, 0o600, 0o700]

    def test_gives_the_server_a_pair_that_fits(self, made: Certificates) -> None:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(made.chain, made.key)

    def test_keeps_what_is_still_good(self, made: Certificates) -> None:
        before = {path.name: path.read_bytes() for path in made.folder.iterdir()}
        certify(made.folder, list(reversed(HOSTS)), now=NOW + timedelta(days=300))
        assert before == {path.name: path.read_bytes() for path in made.folder.iterdir()}

    def test_renews_the_servers_for_another_address(self, made: Certificates) -> None:
        trusted = made.authority.read_bytes()
        certify(made.folder, ["192.168.1.77", "box.local"], now=NOW)
        assert verdict(made, "192.168.1.77").endswith(": OK\n")
        assert made.authority.read_bytes() == trusted

    def test_renews_the_servers_before_it_ends(self, made: Certificates) -> None:
        trusted, first = made.authority.read_bytes(), server(made)
        certify(made.folder, HOSTS, now=NOW + timedelta(days=370))
        assert server(made).not_valid_after_utc > first.not_valid_after_utc
        assert made.authority.read_bytes() == trusted

    def test_makes_a_new_authority_before_it_ends(self, made: Certificates) -> None:
        fingerprint = made.fingerprint()
        later = NOW + timedelta(days=3640)
        certify(made.folder, HOSTS, now=later)
        assert made.fingerprint() != fingerprint
        authority = x509.load_pem_x509_certificate(made.authority.read_bytes())
        server(made).verify_directly_issued_by(authority)

    @pytest.mark.parametrize("lost", ["key", "authority_key"])
    def test_replaces_a_lost_key(self, made: Certificates, lost: str) -> None:
        getattr(made, lost).unlink()
        certify(made.folder, HOSTS, now=NOW)
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(made.chain, made.key)
        assert verdict(made, "box.local").endswith(": OK\n")

    @pytest.mark.parametrize("host", ["funds.example", "notlocal", "local.example"])
    def test_refuses_names_of_the_internet(self, tmp_path: Path, host: str) -> None:
        with pytest.raises(PublicName):
            certify(tmp_path / "phone", ["192.168.1.5", host], now=NOW)
        assert not (tmp_path / "phone").exists()

    def test_vouches_for_an_unusual_address_of_this_machine_alone(self, tmp_path: Path) -> None:
        made = certify(tmp_path / "phone", ["203.0.113.5"], now=NOW)
        assert verdict(made, "203.0.113.5").endswith(": OK\n")
        extensions = x509.load_pem_x509_certificate(made.authority.read_bytes()).extensions
        permitted = extensions.get_extension_for_class(x509.NameConstraints).value.permitted_subtrees
        assert "203.0.113.5/32" in {str(subtree.value) for subtree in permitted or ()}
        before = made.fingerprint()
        certify(made.folder, ["203.0.113.5"], now=NOW)
        assert made.fingerprint() == before
        certify(made.folder, ["203.0.113.6"], now=NOW)
        assert made.fingerprint() != before
        assert verdict(made, "203.0.113.6").endswith(": OK\n")


class TestTheAuthority:
    def test_is_not_believed_about_the_internet(self, made: Certificates) -> None:
        """Even its stolen key is of no use to pose as a bank; at home it is believed."""
        made.chain.write_bytes(self.sign_for(made, "bank.example"))
        assert "OK" not in verdict(made, "bank.example")
        made.chain.write_bytes(self.sign_for(made, "bank.local"))
        assert verdict(made, "bank.local").endswith(": OK\n")

    def test_may_vouch_for_servers_only_and_for_no_other_authority(self, made: Certificates) -> None:
        authority = x509.load_pem_x509_certificate(made.authority.read_bytes())
        constraint = authority.extensions.get_extension_for_class(x509.BasicConstraints)
        assert constraint.critical
        assert (constraint.value.ca, constraint.value.path_length) == (True, 0)
        assert authority.extensions.get_extension_for_class(x509.NameConstraints).critical

    def sign_for(self, made: Certificates, host: str) -> bytes:
        from config.phone import certificates

        key: Any = serialization.load_pem_private_key(made.authority_key.read_bytes(), None)
        genuine: Any = server(made)
        builder = certificates._begin(
            genuine.subject, genuine.issuer, genuine.public_key(), NOW, timedelta(days=30)
        )
        for extension in genuine.extensions:
            value = extension.value
            if isinstance(value, x509.SubjectAlternativeName):
                value = x509.SubjectAlternativeName([x509.DNSName(host)])
            builder = builder.add_extension(value, critical=extension.critical)
        signed = builder.sign(key, genuine.signature_hash_algorithm)
        return signed.public_bytes(serialization.Encoding.PEM)
