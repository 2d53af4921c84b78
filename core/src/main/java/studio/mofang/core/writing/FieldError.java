package studio.mofang.core.writing;

/// What is wrong with one field of a brief, in a Chinese sentence the user can act on.
public record FieldError(String field, String message) {}
