/** What must hold of the templates, read from synthesised assemblies. */
@NullMarked
package com.lifeverse.cdk;

import org.jspecify.annotations.NullMarked;
