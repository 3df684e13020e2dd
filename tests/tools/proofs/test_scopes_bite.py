import pytest

from tools.proofs.scopes_bite import SCOPES, Scope, without
from tools.setup import ROOT


class TestAScope:
    @pytest.mark.parametrize("scope", SCOPES, ids=lambda scope: scope.guards)
    def test_stands_where_the_proof_takes_it_away(self, scope: Scope) -> None:
        path = ROOT / scope.path
        broken = without(scope, path.read_text())
        assert scope.guarded not in broken
        compile(broken, str(path), "exec")

    def test_that_is_gone_is_told(self) -> None:
        with pytest.raises(ValueError, match="no longer holds"):
            without(Scope("nothing", "finance/api.py", "guard()", ""), "open()")
