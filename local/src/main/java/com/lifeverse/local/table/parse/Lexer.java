package com.lifeverse.local.table.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Cuts an expression's text into tokens. */
final class Lexer {
    /**
     * A piece of an expression's text.
     *
     * @param start where it begins in the text
     * @param end where what follows it begins
     */
    record Token(Form form, String text, int start, int end) {
        boolean is(String symbol) {
            return form == Form.SYMBOL && text.equals(symbol);
        }

        /** Keywords are words in any case; all of them are reserved. */
        boolean isKeyword(String keyword) {
            return form == Form.WORD && text.equalsIgnoreCase(keyword);
        }
    }

    enum Form {
        WORD,
        NAME,
        VALUE,
        NUMBER,
        SYMBOL,
        END
    }

    private final String text;
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    /** All tokens, the last one of form END. A character that fits nowhere is a symbol: no rule will take it. */
    static List<Token> tokens(String text) {
        var lexer = new Lexer(text);
        var tokens = new ArrayList<Token>();
        Token token;
        do {
            token = lexer.next();
            tokens.add(token);
        } while (token.form() != Form.END);
        return tokens;
    }

    private Token next() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at == text.length()) {
            return new Token(Form.END, "<EOF>", at, at);
        }
        char first = text.charAt(at);
        if (isLetter(first)) {
            return take(Form.WORD, Lexer::isPart);
        }
        if (first >= '0' && first <= '9') {
            return take(Form.NUMBER, c -> c >= '0' && c <= '9');
        }
        if ((first == '#' || first == ':') && at + 1 < text.length() && isPart(text.charAt(at + 1))) {
            return take(first == '#' ? Form.NAME : Form.VALUE, Lexer::isPart);
        }
        int length = text.startsWith("<=", at) || text.startsWith(">=", at) || text.startsWith("<>", at) ? 2 : 1;
        return take(Form.SYMBOL, at + length);
    }

    private Token take(Form form, IntPredicate goesOn) {
        int end = at + 1;
        while (end < text.length() && goesOn.test(text.charAt(end))) {
            end++;
        }
        return take(form, end);
    }

    private Token take(Form form, int end) {
        var token = new Token(form, text.substring(at, end), at, end);
        at = end;
        return token;
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isPart(int c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '_';
    }
}
