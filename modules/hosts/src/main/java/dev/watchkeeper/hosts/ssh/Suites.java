package dev.watchkeeper.hosts.ssh;

import com.hierynomus.sshj.key.KeyAlgorithm;
import com.hierynomus.sshj.key.KeyAlgorithms;
import com.hierynomus.sshj.transport.cipher.BlockCiphers;
import com.hierynomus.sshj.transport.cipher.ChachaPolyCiphers;
import com.hierynomus.sshj.transport.cipher.GcmCiphers;
import com.hierynomus.sshj.transport.kex.DHGroups;
import com.hierynomus.sshj.transport.kex.ExtInfoClientFactory;
import com.hierynomus.sshj.transport.mac.Macs;
import java.util.List;
import java.util.stream.Stream;
import net.schmizz.keepalive.KeepAliveProvider;
import net.schmizz.sshj.Config;
import net.schmizz.sshj.DefaultConfig;
import net.schmizz.sshj.common.Factory;
import net.schmizz.sshj.transport.kex.Curve25519SHA256;
import net.schmizz.sshj.transport.kex.DHGexSHA256;
import net.schmizz.sshj.transport.kex.ECDHNistP;

/** The algorithms that are offered: those that OpenSSH offers and sshj knows, the fast ones first. */
final class Suites {
    private static final List<Factory.Named<KeyAlgorithm>> HOST_KEYS = List.of(
            KeyAlgorithms.EdDSA25519(),
            KeyAlgorithms.ECDSASHANistp256(),
            KeyAlgorithms.ECDSASHANistp384(),
            KeyAlgorithms.ECDSASHANistp521(),
            KeyAlgorithms.RSASHA512(),
            KeyAlgorithms.RSASHA256());

    private Suites() {}

    /** @param known types of the keys by which the host is known: it is asked for one of these, as others prove nothing */
    static Config config(List<String> known) {
        DefaultConfig config = new DefaultConfig();
        config.setKeyAlgorithms(Stream.concat(
                        HOST_KEYS.stream().filter(one -> known.contains(type(one))),
                        HOST_KEYS.stream().filter(one -> !known.contains(type(one))))
                .toList());
        config.setKeyExchangeFactories(List.of(
                new Curve25519SHA256.Factory(),
                new Curve25519SHA256.FactoryLibSsh(),
                new ECDHNistP.Factory256(),
                new ECDHNistP.Factory384(),
                new ECDHNistP.Factory521(),
                new DHGexSHA256.Factory(),
                DHGroups.Group16SHA512(),
                DHGroups.Group18SHA512(),
                DHGroups.Group14SHA256(),
                new ExtInfoClientFactory()));
        config.setCipherFactories(List.of(
                BlockCiphers.AES128CTR(),
                BlockCiphers.AES256CTR(),
                BlockCiphers.AES192CTR(),
                GcmCiphers.AES128GCM(),
                GcmCiphers.AES256GCM(),
                ChachaPolyCiphers.CHACHA_POLY_OPENSSH()));
        config.setMACFactories(List.of(
                Macs.HMACSHA2256Etm(), Macs.HMACSHA2512Etm(), Macs.HMACSHA2256(), Macs.HMACSHA2512(), Macs.HMACSHA1()));
        config.setKeepAliveProvider(KeepAliveProvider.KEEP_ALIVE);
        return config;
    }

    private static String type(Factory.Named<KeyAlgorithm> algorithm) {
        return algorithm.getName().startsWith("rsa-") ? "ssh-rsa" : algorithm.getName();
    }
}
