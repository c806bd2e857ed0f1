package dev.migrator.pipeline;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A storage on this machine that answers what a test lets it; accounts are the first folder. */
final class FakeStorage implements AutoCloseable {
  private final HttpServer server;

  FakeStorage(HttpHandler answer) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", answer);
    server.start();
  }

  /** The key is none: nobody checks the signature. */
  String connection(String account) {
    String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/" + account;
    return "AccountName=shop;AccountKey=AAAA;BlobEndpoint=%1$s;QueueEndpoint=%1$s;TableEndpoint=%1$s"
        .formatted(address);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
