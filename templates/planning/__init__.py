"""What plans have in common: the outlook they are drafted from, their lines, sentences, layouts."""
