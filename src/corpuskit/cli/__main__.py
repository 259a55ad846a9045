"""`python -m corpuskit.cli`: the same as `corpuskit`."""

from corpuskit.cli.main import main

raise SystemExit(main())
