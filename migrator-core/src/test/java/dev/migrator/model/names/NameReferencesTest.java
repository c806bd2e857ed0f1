package dev.migrator.model.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameReferencesTest {
  @Test
  void namesTheRoleOfEachName() {
    Snippet snippet =
        Snippet.of(
            """
            using System;
            using static System.Math;
            interface I { I M(); }
            class A : Attribute { }
            class E : Exception, I {
              A field; A Property { get; } event Action Changed;
              I I.M() => null;
              void N<T>(object o) where T : A {
                A local = new A();
                o = (A)o; o = o as A; bool b = o is A; b = o is E { } e;
                o = typeof(A); o = default(A); o = nameof(A);
                try { } catch (E x) { }
                foreach (A a in new A[1]) { }
                int i = Int32.Parse("1");
              }
            }
            """);
    assertThat(snippet.all())
        .containsExactly(
            "USING_STATIC System.Math = System.Math",
            "RETURN I = I",
            "BASE Attribute = System.Attribute",
            "BASE Exception = System.Exception",
            "BASE I = I",
            "FIELD A = A",
            "PROPERTY A = A",
            "EVENT Action = System.Action",
            "RETURN I = I",
            "EXPLICIT_INTERFACE I = I",
            "CONSTRAINT A = A",
            "LOCAL A = A",
            "NEW A = A",
            "CAST A = A",
            "AS A = A",
            "IS A = A",
            "PATTERN E = E",
            "TYPEOF A = A",
            "DEFAULT A = A",
            "NAMEOF A = A",
            "CATCH E = E",
            "LOCAL A = A",
            "NEW A = A",
            "RECEIVER Int32 = System.Int32");
  }

  @Test
  void valuesWinOverTypesInExpressions() {
    Snippet snippet =
        Snippet.of(
            """
            using System;
            class Other { public int Length; public static int Count; }
            class C {
              string Console = "";
              void M(Other Convert) {
                int a = Console.Length; int b = Convert.Length; int c = Math.Abs(1);
                foreach (var Random in new[] { "" }) { int d = Random.Length; }
                if (Convert is Other Type) { int e = Type.Length; }
                Func<string, int> f = Guid => Guid.Length;
              }
            }
            """);
    assertThat(snippet.all())
        .filteredOn(line -> line.startsWith("RECEIVER"))
        .containsExactly("RECEIVER Math = System.Math");
  }

  @Test
  void inheritedMembersWinOverTypes() {
    Snippet snippet =
        Snippet.of(
            """
            using System.IO;
            class Base { protected string Path = ""; }
            class C : Base { int M() => Path.Length + File.ReadAllText("").Length; }
            """);
    assertThat(snippet.all())
        .filteredOn(line -> line.startsWith("RECEIVER"))
        .containsExactly("RECEIVER File = System.IO.File");
  }

  @Test
  void aMemberNamedLikeItsTypeIsBoth() {
    Snippet snippet =
        Snippet.of(
            """
            enum Color { Red }
            class Box { public static int Count; public int Size; }
            class C {
              Color Color; Box Box;
              int M() { Color c = Color.Red; string s = Color.ToString(); return Box.Size + Box.Count; }
            }
            """);
    assertThat(snippet.all())
        .filteredOn(line -> line.startsWith("RECEIVER"))
        .containsExactly("RECEIVER Color = Color", "RECEIVER Box = Box");
  }

  @Test
  void takesTheWholeOfAQualifiedReceiver() {
    Snippet snippet =
        Snippet.of(
            """
            class Outer { public class Inner { public static int Value; } }
            class C {
              int a = Outer.Inner.Value;
              string b = System.IO.Path.Combine("a");
              int d = System.Gone.Value;
            }
            """);
    assertThat(snippet.all())
        .containsExactly(
            "RECEIVER Outer.Inner = Outer+Inner",
            "RECEIVER System.IO.Path = System.IO.Path",
            "RECEIVER System.Gone = UNKNOWN");
  }

  @Test
  void initializersAndLabelsAreNoTypes() {
    Snippet snippet =
        Snippet.of(
            """
            using System;
            class Order { public string Math; }
            class C {
              object a = new Order { Math = "" };
              object b = new { Math = Math.Abs(1) };
            }
            """);
    assertThat(snippet.all()).containsExactly("NEW Order = Order", "RECEIVER Math = System.Math");
  }

  @Test
  void readsCrefs() {
    Snippet snippet =
        Snippet.of(
            """
            using System.Collections.Generic;
            using Microsoft.Azure.WebJobs;
            /// <summary><see cref="IAsyncCollector{T}"/>, <see cref="Own.Run(List{Own})"/>,
            /// <see cref="Run"/>, <see cref="T:System.Gone"/></summary>
            class Own { void Run(List<Own> x) {} }
            """);
    assertThat(snippet.all())
        .filteredOn(line -> line.startsWith("CREF"))
        .containsExactly(
            "CREF IAsyncCollector{T} = Microsoft.Azure.WebJobs.IAsyncCollector`1",
            "CREF Own = Own",
            "CREF List{Own} = System.Collections.Generic.List`1");
  }

  @Test
  void constantsInPatternsAreNoTypes() {
    Snippet snippet =
        Snippet.of(
            """
            class Limits { public const int Max = 1; }
            class C {
              const int Low = 0;
              bool M(object o) => o is Limits.Max || o is Low || o switch { Limits.Max => true, _ => false };
            }
            """);
    assertThat(snippet.all())
        .containsExactly("RECEIVER Limits = Limits", "RECEIVER Limits = Limits");
  }
}
