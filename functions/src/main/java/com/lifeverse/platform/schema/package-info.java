/**
 * A small JSON Schema validator for the subset that our own schemas use. A schema is compiled once; a keyword outside the
 * subset is refused by name when that happens, so that nothing a schema says is ever ignored.
 */
@NullMarked
package com.lifeverse.platform.schema;

import org.jspecify.annotations.NullMarked;
