package com.lifeverse.cdk.stack;

import com.lifeverse.cdk.construct.Deployment;
import software.constructs.Construct;

/**
 * Who issues tokens: ours for players, a Cognito pool for staff. It is deployed before everything that checks tokens, and
 * outlives the rest.
 */
public final class IdentityStack extends StageStack {
    private final Issuer issuer;
    private final SigningKeys keys;
    private final Staff staff;

    public IdentityStack(Construct app, Deployment deployment) {
        super(app, deployment, "identity", "Issuers of players' and staff's tokens");
        this.issuer = new Issuer(this, "Issuer", deployment);
        this.keys = new SigningKeys(this, "SigningKeys", deployment, issuer);
        this.staff = new Staff(this, "Staff", deployment);
        output("IssuerUrl", "The issuer of players' tokens", issuer.url());
        output("StaffPoolId", "The user pool to invite staff into", staff.poolId());
        output("StaffClientId", "What staff sign in with", staff.audience());
    }

    /** What checking and signing players' tokens takes. */
    public PlayerTokens playerTokens() {
        return new PlayerTokens(issuer.url(), "lifeverse", keys.secretArn());
    }

    /** The issuer of staff's tokens. */
    public String staffIssuer() {
        return staff.issuer();
    }

    /** The audience of staff's tokens. */
    public String staffAudience() {
        return staff.audience();
    }

    /**
     * How players' tokens are made and checked.
     *
     * @param issuer their {@code iss}
     * @param audience their {@code aud}; a new one revokes every token there is
     * @param secretArn where the signing keys are
     */
    public record PlayerTokens(String issuer, String audience, String secretArn) {}
}
