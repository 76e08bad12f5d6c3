/** Friends and blocks in the players table. */
@NullMarked
package com.lifeverse.session.social.aws;

import org.jspecify.annotations.NullMarked;
