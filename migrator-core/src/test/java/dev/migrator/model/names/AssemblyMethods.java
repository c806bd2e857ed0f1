package dev.migrator.model.names;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the names of public instance methods from a .NET assembly (ECMA-335, II.22 and II.24), as
 * much of the format as that takes.
 */
final class AssemblyMethods {
  private static final int METHOD = 0x06;
  private static final int ACCESS_MASK = 0x7;
  private static final int PUBLIC = 0x6;
  private static final int STATIC = 0x10;

  private final ByteBuffer bytes;
  private final int[] rows = new int[64];
  private int strings;
  private int heapSizes;

  private AssemblyMethods(byte[] content) {
    this.bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Names of public instance methods; empty for a file that is no .NET assembly. */
  static Set<String> of(byte[] content) {
    return new AssemblyMethods(content).read();
  }

  private Set<String> read() {
    int header = bytes.getInt(0x3C) + 4;
    int optional = header + 20;
    boolean isWide = bytes.getShort(optional) == 0x20B;
    int cli = bytes.getInt(optional + (isWide ? 112 : 96) + 14 * 8);
    if (cli == 0) {
      return Set.of();
    }
    int sections = optional + bytes.getShort(header + 16);
    int count = bytes.getShort(header + 2);
    int root = offset(bytes.getInt(offset(cli, sections, count) + 8), sections, count);
    Map<String, Integer> streams = streams(root);
    strings = streams.getOrDefault("#Strings", 0);
    Integer tables = streams.get("#~");
    return tables == null ? Set.of() : methods(tables);
  }

  private int offset(int address, int sections, int count) {
    for (int i = 0; i < count; i++) {
      int section = sections + i * 40;
      int start = bytes.getInt(section + 12);
      int size = Math.max(bytes.getInt(section + 8), bytes.getInt(section + 16));
      if (address >= start && address < start + size) {
        return address - start + bytes.getInt(section + 20);
      }
    }
    throw new IllegalArgumentException("address outside of all sections");
  }

  private Map<String, Integer> streams(int root) {
    Map<String, Integer> found = new HashMap<>();
    int at = root + 16 + bytes.getInt(root + 12);
    int count = bytes.getShort(at + 2);
    at += 4;
    for (int i = 0; i < count; i++) {
      String name = text(at + 8);
      found.put(name, root + bytes.getInt(at));
      at += 8 + (name.length() / 4 + 1) * 4;
    }
    return found;
  }

  private String text(int start) {
    int end = start;
    while (bytes.get(end) != 0) {
      end++;
    }
    return new String(bytes.array(), start, end - start, StandardCharsets.UTF_8);
  }

  private Set<String> methods(int tables) {
    heapSizes = bytes.get(tables + 6);
    long valid = bytes.getLong(tables + 8);
    int at = tables + 24;
    for (int i = 0; i < 64; i++) {
      if ((valid >> i & 1) != 0) {
        rows[i] = bytes.getInt(at);
        at += 4;
      }
    }
    for (int table = 0; table < METHOD; table++) {
      at += rows[table] * rowSize(table);
    }
    Set<String> names = new TreeSet<>();
    for (int i = 0; i < rows[METHOD]; i++, at += rowSize(METHOD)) {
      int flags = bytes.getShort(at + 6);
      if ((flags & ACCESS_MASK) == PUBLIC && (flags & STATIC) == 0) {
        int name = string() == 4 ? bytes.getInt(at + 8) : bytes.getShort(at + 8) & 0xFFFF;
        names.add(text(strings + name));
      }
    }
    return names;
  }

  private int rowSize(int table) {
    return switch (table) {
      case 0x00 -> 2 + string() + 3 * guid();
      case 0x01 -> coded(2, 0x00, 0x1A, 0x23, 0x01) + 2 * string();
      case 0x02 -> 4 + 2 * string() + coded(2, 0x02, 0x01, 0x1B) + index(0x04) + index(METHOD);
      case 0x03 -> index(0x04);
      case 0x04 -> 2 + string() + blob();
      case 0x05 -> index(METHOD);
      default -> 8 + string() + blob() + index(0x08);
    };
  }

  private int string() {
    return (heapSizes & 1) != 0 ? 4 : 2;
  }

  private int guid() {
    return (heapSizes & 2) != 0 ? 4 : 2;
  }

  private int blob() {
    return (heapSizes & 4) != 0 ? 4 : 2;
  }

  private int index(int table) {
    return rows[table] > 0xFFFF ? 4 : 2;
  }

  private int coded(int tagBits, int... tables) {
    int most = 0;
    for (int table : tables) {
      most = Math.max(most, rows[table]);
    }
    return most >= 1 << (16 - tagBits) ? 4 : 2;
  }
}
