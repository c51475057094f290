"""callgate: Python's call protocol as an embeddable virtual machine."""
