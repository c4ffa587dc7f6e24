package dev.whimbrel.review.sql;

/** A stretch of a statement's text: from a character, counted from 0, to the one after the last. */
public record Span(int start, int end) {}
