package com.lifeverse.local.iam;

import com.lifeverse.local.iam.policy.Policy;
import com.lifeverse.local.iam.policy.Request;
import com.lifeverse.local.iam.policy.Verdict;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Callers;
import com.lifeverse.local.kernel.Cloud;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The account's roles with their policies. Every call is judged by the policies as they are then, so a function may be
 * made before the policy that lets it work. Kept in memory only: each start provisions the template anew.
 */
public final class Iam implements Callers {
    /** What a role carries: its own policies by the name of their declaration, and those it is attached to by ARN. */
    private record Role(Policy trust, Map<String, Policy> inline, Set<String> managed) {}

    private final ResourcePolicies resourcePolicies;
    private final Map<String, Role> roles = new ConcurrentHashMap<>();
    private final Map<String, Policy> managed = new ConcurrentHashMap<>();

    public Iam(ResourcePolicies resourcePolicies) {
        this.resourcePolicies = resourcePolicies;
    }

    @Override
    public Caller role(String roleArn) {
        return new Identity(roleArn);
    }

    @Override
    public Caller service(String principal, String sourceArn) {
        return new ServicePrincipal(principal, sourceArn);
    }

    @Override
    public boolean trusts(String roleArn, String service) {
        var request = new Request(
                new Request.Service(service), "sts:AssumeRole", roleArn, Map.of("aws:sourceaccount", Cloud.ACCOUNT));
        var role = roles.get(roleArn);
        return role != null && role.trust().on(request) == Verdict.ALLOWED;
    }

    void putRole(String arn, Policy trust, Map<String, Policy> inline, List<String> attached) {
        roles.put(arn, new Role(trust, new ConcurrentHashMap<>(inline), ConcurrentHashMap.newKeySet()));
        existing(arn).managed().addAll(attached);
    }

    void putInline(String roleArn, String name, Policy policy) {
        existing(roleArn).inline().put(name, policy);
    }

    void putManaged(String arn, Policy policy) {
        managed.put(arn, policy);
    }

    void attach(String roleArn, String policyArn) {
        existing(roleArn).managed().add(policyArn);
    }

    boolean hasManaged(String arn) {
        return managed.containsKey(arn);
    }

    private Role existing(String arn) {
        var role = roles.get(arn);
        if (role == null) {
            throw new IllegalArgumentException("There is no role " + arn);
        }
        return role;
    }

    private Verdict identityVerdict(String roleArn, Request request) {
        var role = roles.get(roleArn);
        if (role == null) {
            // Gone since it was named: nothing is allowed to it.
            return Verdict.SILENT;
        }
        var verdict = Policy.on(request, role.inline().values());
        for (var arn : role.managed()) {
            verdict = verdict.and(Policy.on(
                    request, Optional.ofNullable(managed.get(arn)).stream().toList()));
        }
        return verdict;
    }

    private final class Identity implements Caller {
        private final String arn;

        private Identity(String arn) {
            this.arn = arn;
        }

        @Override
        public String name() {
            return arn;
        }

        // Inside one account either side may allow; a denial of either side stands.
        @Override
        public void require(String action, String resourceArn) {
            var context = Map.of(
                    "aws:principalarn",
                    arn,
                    "aws:principalaccount",
                    Cloud.ACCOUNT,
                    "aws:requestedregion",
                    Cloud.REGION,
                    "aws:securetransport",
                    "true");
            var request = new Request(new Request.Role(arn), action, resourceArn, context);
            var own = identityVerdict(arn, request);
            var resource = Policy.on(request, resourcePolicies.of(resourceArn));
            if (own.and(resource) != Verdict.ALLOWED) {
                throw AccessDenied.of(request, assumed(), own, resource);
            }
        }

        private String assumed() {
            return Cloud.globalArn("sts", "assumed-role/" + arn.substring(arn.lastIndexOf('/') + 1) + "/local");
        }
    }

    private final class ServicePrincipal implements Caller {
        private final String principal;
        private final String sourceArn;

        private ServicePrincipal(String principal, String sourceArn) {
            this.principal = principal;
            this.sourceArn = sourceArn;
        }

        @Override
        public String name() {
            return principal;
        }

        @Override
        public void require(String action, String resourceArn) {
            var context = Map.of(
                    "aws:sourcearn",
                    sourceArn,
                    "aws:sourceaccount",
                    Cloud.ACCOUNT,
                    "aws:requestedregion",
                    Cloud.REGION,
                    "aws:securetransport",
                    "true");
            var request = new Request(new Request.Service(principal), action, resourceArn, context);
            var verdict = Policy.on(request, resourcePolicies.of(resourceArn));
            if (verdict != Verdict.ALLOWED) {
                throw AccessDenied.of(request, principal, Verdict.SILENT, verdict);
            }
        }
    }
}
