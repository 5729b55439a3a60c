using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Journal;
using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Wording;

/// <summary>The logbook finds words for all that can happen.</summary>
public sealed class Every_fact_has_a_sentence
{
    private static readonly string[] Known =
    [
        .. TextFiles
            .Dutch.SelectMany(file => file.Texts.Keys.Select(key => $"{file.Feature}.{key}"))
            .Where(key => key.Contains(".Log.", StringComparison.Ordinal)),
    ];

    [Fact]
    public void In_the_texts_of_a_feature()
    {
        Expect.Nothing(WithoutSentence(typeof(Fact).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(Fact)))));
        Assert.Equal(["something-unsaid"], WithoutSentence([typeof(SomethingUnsaid)]));
    }

    private static IEnumerable<string> WithoutSentence(IEnumerable<Type> facts) =>
        facts
            .Select(JournalWriter.CodeOf)
            .Where(code =>
                !Known.Any(key => key.EndsWith(".Log." + code, StringComparison.Ordinal) || key.Contains($".Log.{code}.", StringComparison.Ordinal))
            );

    private sealed record SomethingUnsaid : Fact;
}
