package com.lifeverse.local.table.parse;

/**
 * A piece of an expression's text.
 *
 * @param start where it begins in the text
 * @param end where what follows it begins
 */
record Token(Form form, String text, int start, int end) {
    enum Form {
        WORD,
        NAME,
        VALUE,
        NUMBER,
        SYMBOL,
        END
    }

    boolean is(String symbol) {
        return form == Form.SYMBOL && text.equals(symbol);
    }

    /** Keywords are words in any case; all of them are reserved. */
    boolean isKeyword(String keyword) {
        return form == Form.WORD && text.equalsIgnoreCase(keyword);
    }
}
