"""The guides are held to the program: links, commands, names, examples."""
