using System.Collections.Frozen;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Journal;

namespace Meerlaags.Web.Platform.Notices;

/// <summary>A kind of fact that people are told of: whom, and where they see it. What it says is the sentence of the logbook.</summary>
public sealed class Notice
{
    private readonly Func<Fact, Audience> to;
    private readonly Func<Fact, SeenAt> at;

    private Notice(Type fact, Func<Fact, Audience> to, Func<Fact, SeenAt> at) => (Fact, this.to, this.at) = (fact, to, at);

    /// <summary>The fact.</summary>
    public Type Fact { get; }

    /// <summary>People are told of this fact.</summary>
    /// <param name="to">Whom.</param>
    /// <param name="at">Where it is seen; without, on the first page of the collaboration.</param>
    public static Notice On<TFact>(Audience to, Func<TFact, SeenAt>? at = null)
        where TFact : Fact => On<TFact>(_ => to, at);

    /// <summary>People are told of this fact, and whom depends on it.</summary>
    /// <param name="to">Whom.</param>
    /// <param name="at">Where it is seen; without, on the first page of the collaboration.</param>
    public static Notice On<TFact>(Func<TFact, Audience> to, Func<TFact, SeenAt>? at = null)
        where TFact : Fact =>
        // That something came, or how much of it, would say what the seal hides.
        typeof(TFact).IsAssignableTo(typeof(ISealedFact))
            ? throw new InvalidOperationException($"{typeof(TFact).Name} is sealed: nobody is told of it.")
            : new Notice(typeof(TFact), fact => to((TFact)fact), fact => at?.Invoke((TFact)fact) ?? SeenAt.Overview);

    internal Audience To(Fact fact) => to(fact);

    internal SeenAt At(Fact fact) => at(fact);
}

/// <summary>Where something is seen.</summary>
/// <param name="Page">The page below it, such as <c>/partijen</c>.</param>
/// <param name="Thing">The thing whose page it lies below, such as a round; null for the collaboration itself.</param>
public sealed record SeenAt(string Page, Guid? Thing = null)
{
    /// <summary>The first page of the collaboration.</summary>
    public static readonly SeenAt Overview = new("");
}

/// <summary>All kinds of facts that people are told of, of every capability.</summary>
public sealed class NoticeBoard(IEnumerable<Notice> notices)
{
    private readonly FrozenDictionary<string, Notice> known = notices.ToFrozenDictionary(notice => JournalWriter.CodeOf(notice.Fact));

    /// <summary>Whom to tell of a fact; null when nobody is told of its kind.</summary>
    public Audience? AudienceOf(Fact fact) => known.GetValueOrDefault(JournalWriter.CodeOf(fact.GetType()))?.To(fact);

    /// <summary>Where the fact of a line is seen.</summary>
    public SeenAt SeenAt(JournalLine line) => known.GetValueOrDefault(line.Fact) is { } notice ? notice.At(line.As(notice.Fact)) : Notices.SeenAt.Overview;
}
