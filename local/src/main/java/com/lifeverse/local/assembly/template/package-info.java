/** The cloud assembly as text: its stacks, their templates, and what the intrinsic functions in them answer. */
@NullMarked
package com.lifeverse.local.assembly.template;

import org.jspecify.annotations.NullMarked;
