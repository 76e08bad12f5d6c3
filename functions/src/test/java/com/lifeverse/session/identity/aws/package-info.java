@NullMarked
package com.lifeverse.session.identity.aws;

import org.jspecify.annotations.NullMarked;
