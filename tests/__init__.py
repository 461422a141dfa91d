"""Tests; a package so that no installed distribution's `tests` is taken for ours."""
