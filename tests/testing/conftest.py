"""Makes the modules of faults importable by name, also in the kit's own processes."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
