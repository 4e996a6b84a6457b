// The room's files stand beside this one.
