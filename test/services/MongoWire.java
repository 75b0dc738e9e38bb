import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.List;

/** Speaks MongoDB's wire protocol where no mongod is to be had. Arguments: HOST PORT [FILE]; port 0 takes a free one. */
public class MongoWire {
  /** Current drivers refuse a server that announces less. */
  record Announced(List<Integer> getVersionArray, int getWireVersion) implements MongoVersion {}

  public static void main(String[] args) {
    try {
      serve(args[0], Integer.parseInt(args[1]), args.length > 2 ? args[2] : null);
    } catch (Exception error) {
      System.err.println("cannot listen on " + String.join(" ", args) + ": " + error.getMessage());
      System.exit(1);
    }
  }

  private static void serve(String host, int port, String file) {
    var backend = file == null ? new MemoryBackend() : new H2Backend(file);
    var server = new MongoServer(backend.version(new Announced(List.of(6, 0, 0), 17)));
    // Shutting down closes the backend, which writes the file's last second.
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
    server.bind(host, port);
    System.out.println("listening on " + server.getLocalAddress().getPort());
  }
}
