"""Everything Qt: panes, change list, jobs (the only threading code), theme, actions."""
