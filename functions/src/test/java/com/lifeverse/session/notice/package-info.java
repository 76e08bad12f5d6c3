@NullMarked
package com.lifeverse.session.notice;

import org.jspecify.annotations.NullMarked;
