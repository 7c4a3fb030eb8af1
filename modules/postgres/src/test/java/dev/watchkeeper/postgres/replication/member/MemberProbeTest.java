package dev.watchkeeper.postgres.replication.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.lab.Lab;
import dev.watchkeeper.lab.member.MemberRole;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.testing.Entrance;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What each kind of member says of itself. */
@ExtendWith(LabExtension.class)
class MemberProbeTest {
    private final Lab lab;

    MemberProbeTest(SharedLabs labs) {
        this.lab = labs.topology();
    }

    @Test
    void aPrimaryKnowsWhoFollowsIt() throws FaultException {
        MemberReading primary = read(Entrance.to(lab.primary()));

        assertThat(primary.primary()).isTrue();
        assertThat(primary.position().timeline()).isEqualTo(1);
        assertThat(primary.position().current()).isPositive();
        assertThat(primary.facts().clusterName()).isEqualTo("pg-shop-1");
        assertThat(primary.identity().port()).isEqualTo(lab.primary().port());
        assertThat(primary.senders())
                .extracting(Sender::applicationName, Sender::slot, Sender::logical, Sender::state)
                .contains(
                        tuple("pg-shop-2", "pg_shop_2", false, "streaming"),
                        tuple("pg-dwh-1", "sub_shop", true, "streaming"));
        assertThat(primary.slots()).extracting(SlotReading::name).contains("pg_shop_2", "pg_shop_3", "sub_shop");
        assertThat(primary.settings().walSegmentBytes()).isEqualTo(16L << 20);
    }

    @Test
    void aStandbyKnowsWhomItFollows() throws FaultException {
        var upstream = lab.server(MemberRole.ASYNCHRONOUS_STANDBY);
        MemberReading cascading = read(Entrance.to(lab.server(MemberRole.CASCADING_STANDBY)));

        assertThat(cascading.primary()).isFalse();
        assertThat(cascading.position().timeline()).isEqualTo(1);
        assertThat(cascading.position().replayed()).isPositive();
        WalReceiver receiver = Objects.requireNonNull(cascading.receiver());
        assertThat(receiver.slot()).isEqualTo("pg_dr_1");
        assertThat(receiver.status()).isEqualTo("streaming");
        HostPort there = new HostPort(upstream.host(), upstream.port());
        assertThat(Objects.requireNonNull(receiver.from()).hosts()).containsExactly(there);
        assertThat(receiver.from().applicationName()).isEqualTo("pg-dr-1");
        assertThat(Objects.requireNonNull(cascading.upstream()).hosts()).containsExactly(there);
    }

    @Test
    void aSubscriberKnowsItsPublisherAndOnlyInItsDatabaseItsTables() throws FaultException {
        Entrance entrance = Entrance.to(lab.server(MemberRole.LOGICAL_SUBSCRIBER));
        SubscriptionReading here = read(entrance).subscriptions().getFirst();
        SubscriptionReading elsewhere =
                read(entrance.database("postgres")).subscriptions().getFirst();

        assertThat(here.here()).isTrue();
        assertThat(here.tables().ready()).isEqualTo(here.tables().total()).isPositive();
        assertThat(elsewhere.here()).isFalse();
        assertThat(elsewhere.database()).isEqualTo("dwh");
        assertThat(Objects.requireNonNull(elsewhere.publisher()).hosts())
                .containsExactly(
                        new HostPort(lab.primary().host(), lab.primary().port()));
    }

    @Test
    void aRoleWithoutRightsSeesLittleAndIsToldSo() throws FaultException {
        MemberReading primary = read(Entrance.to(lab.primary()).user("app_ro"));
        MemberReading subscriber =
                read(Entrance.to(lab.server(MemberRole.LOGICAL_SUBSCRIBER)).user("app_ro"));

        assertThat(primary.rights().readsStats()).isFalse();
        assertThat(primary.senders()).isNotEmpty().allMatch(Sender::hidden);
        assertThat(primary.facts().dataDirectory()).isNull();
        assertThat(subscriber.subscriptions().getFirst().publisher()).isNull();
    }

    private static MemberReading read(Entrance entrance) throws FaultException {
        try (PostgresServer server = entrance.open()) {
            return new MemberProbe(server).read().value();
        }
    }
}
