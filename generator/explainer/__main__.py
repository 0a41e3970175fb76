"""`python -m explainer` is the command `explainer`."""

from explainer.cli import main

main()
