package studio.mofang.server.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import studio.mofang.server.keychain.Keychain;
import studio.mofang.server.keychain.KeychainRefused;

/// A keychain in memory, which outlives the servers that use it and misbehaves when told to.
public final class FakeKeychain implements Keychain {
    private final Map<String, String> entries = new ConcurrentHashMap<>();
    private final List<String> calls = new ArrayList<>();
    private volatile CountDownLatch answering = new CountDownLatch(0);
    private volatile boolean locked;
    private volatile boolean absent;
    private volatile boolean forgetful;
    private volatile int callsToLive = Integer.MAX_VALUE;

    /// What a power cut in the middle of a call looks like from inside.
    private static final class Dead extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Dead() {
            super("the machine went down");
        }
    }

    /// Refuses until it is unlocked.
    public void lock() {
        locked = true;
    }

    public void unlock() {
        locked = false;
    }

    /// As on a machine that has none.
    public void leave() {
        absent = true;
    }

    /// Takes what it is given, and holds nothing.
    public void forgetEverything() {
        forgetful = true;
    }

    /// Every call hangs, as one does that asks a person, until `answer`.
    public void hang() {
        answering = new CountDownLatch(1);
    }

    public void answer() {
        answering.countDown();
    }

    /// Dies within the call after so many; a call that keeps something has kept it by then.
    public void dieAfter(int finished) {
        callsToLive = finished;
    }

    public void comeBack() {
        callsToLive = Integer.MAX_VALUE;
    }

    public Map<String, String> entries() {
        return entries;
    }

    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public Kind kind() {
        return Kind.SECRET_SERVICE;
    }

    @Override
    public Optional<String> find(String name) throws KeychainRefused {
        begin("find " + name);
        end();
        return Optional.ofNullable(entries.get(name));
    }

    @Override
    public void keep(String name, String secret) throws KeychainRefused {
        begin("keep " + name);
        if (!forgetful) {
            entries.put(name, secret);
        }
        end();
    }

    private void begin(String call) throws KeychainRefused {
        synchronized (this) {
            calls.add(call);
        }
        try {
            answering.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw KeychainRefused.unavailable("interrupted");
        }
        if (absent) {
            throw KeychainRefused.unavailable("there is no keychain here");
        }
        if (locked) {
            throw KeychainRefused.locked("locked on purpose");
        }
    }

    private synchronized void end() {
        if (callsToLive <= 0) {
            throw new Dead();
        }
        callsToLive--;
    }
}
