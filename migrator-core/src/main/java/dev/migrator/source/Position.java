package dev.migrator.source;

/** A place for people: line and column, both from 1; columns count UTF-16 units. */
public record Position(int line, int column) {}
