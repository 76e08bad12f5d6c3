package com.lifeverse.local;

import com.lifeverse.local.assembly.ResourceType;
import com.lifeverse.local.bus.ArchiveType;
import com.lifeverse.local.bus.EventBusType;
import com.lifeverse.local.bus.EventRuleType;
import com.lifeverse.local.destination.ApiDestinationType;
import com.lifeverse.local.destination.ConnectionType;
import com.lifeverse.local.firehose.DeliveryStreamType;
import com.lifeverse.local.function.resource.EventInvokeConfigType;
import com.lifeverse.local.function.resource.FunctionAliasType;
import com.lifeverse.local.function.resource.FunctionType;
import com.lifeverse.local.function.resource.FunctionVersionType;
import com.lifeverse.local.function.resource.PermissionType;
import com.lifeverse.local.http.resource.ApiType;
import com.lifeverse.local.http.resource.AuthorizerType;
import com.lifeverse.local.http.resource.IntegrationType;
import com.lifeverse.local.http.resource.RouteType;
import com.lifeverse.local.http.resource.StageType;
import com.lifeverse.local.iam.InlinePolicyType;
import com.lifeverse.local.iam.ManagedPolicyType;
import com.lifeverse.local.iam.RoleType;
import com.lifeverse.local.identity.buckets.BucketPolicyType;
import com.lifeverse.local.identity.buckets.BucketType;
import com.lifeverse.local.identity.custom.CustomResourceType;
import com.lifeverse.local.identity.secrets.SecretType;
import com.lifeverse.local.identity.sites.DistributionType;
import com.lifeverse.local.identity.sites.UserPoolClientType;
import com.lifeverse.local.identity.sites.UserPoolGroupType;
import com.lifeverse.local.identity.sites.UserPoolType;
import com.lifeverse.local.mapping.EventSourceMappingType;
import com.lifeverse.local.queue.QueuePolicyType;
import com.lifeverse.local.queue.QueueType;
import com.lifeverse.local.schedule.ScheduleGroupType;
import com.lifeverse.local.schedule.ScheduleType;
import com.lifeverse.local.table.GlobalTableType;
import com.lifeverse.local.workflow.StateMachineAliasType;
import com.lifeverse.local.workflow.StateMachineType;
import com.lifeverse.local.workflow.StateMachineVersionType;
import java.util.ArrayList;
import java.util.List;

/** What of a template has a meaning on the local stack. */
final class ResourceTypes {
    private ResourceTypes() {}

    /** Every resource type that has a meaning here, one class each. */
    static List<ResourceType> of(Services services) {
        var types = new ArrayList<ResourceType>(List.of(
                new RoleType(services.iam),
                new InlinePolicyType(services.iam),
                new ManagedPolicyType(services.iam),
                new SecretType(services.secrets, services.ground.random()),
                new BucketType(services.buckets),
                new BucketPolicyType(services.policies),
                new DeliveryStreamType(services.streams),
                new DistributionType(services.buckets, services.iam, services.sites),
                new UserPoolType(services.pools),
                new UserPoolClientType(services.pools),
                new UserPoolGroupType(services.pools),
                new GlobalTableType(services.tables),
                new QueueType(services.queues),
                new QueuePolicyType(services.policies),
                new EventBusType(services.buses),
                new EventRuleType(services.buses, services.destinations),
                new ArchiveType(services.buses),
                new ConnectionType(services.destinations),
                new ApiDestinationType(services.destinations),
                new ScheduleType(services.schedules),
                new ScheduleGroupType(services.schedules),
                new FunctionType(services.functions),
                new FunctionVersionType(services.functions, services.store),
                new FunctionAliasType(services.functions),
                new PermissionType(services.policies),
                new EventInvokeConfigType(services.functions),
                new EventSourceMappingType(services.mappings),
                new StateMachineType(services.workflows),
                new StateMachineVersionType(services.workflows),
                new StateMachineAliasType(services.workflows),
                new ApiType(services.apis, services.pushApis),
                new StageType(services.apis, services.pushApis, services.agenda),
                new IntegrationType(services.apis, services.pushApis),
                new AuthorizerType(services.apis, services.sites, services.agenda),
                new RouteType(services.apis, services.pushApis)));
        types.addAll(CustomResourceType.all(services.functions, services.store, services.ids));
        return types;
    }
}
