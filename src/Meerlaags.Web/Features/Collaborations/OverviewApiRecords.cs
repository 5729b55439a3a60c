namespace Meerlaags.Web.Features.Collaborations;

/// <summary>My collaborations that go on, and what is asked of me in them.</summary>
public sealed record OverviewFacts(IReadOnlyList<OverviewLine> Samenwerkingen, IReadOnlyList<AskFacts> Gevraagd)
{
    /// <summary>Of an overview.</summary>
    public static OverviewFacts Of(MyCollaborations mine) => new([.. mine.Tables.Select(OverviewLine.Of)], [.. mine.Asks.Select(AskFacts.Of)]);
}

/// <summary>A collaboration in my overview.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Opgave">Its challenge.</param>
/// <param name="Stand">Where it is now, in a sentence.</param>
/// <param name="Gesprek">The planned talk, or null.</param>
public sealed record OverviewLine(Guid Id, string Opgave, string Stand, TalkBody? Gesprek)
{
    /// <summary>Of a collaboration.</summary>
    public static OverviewLine Of(MyTable row) =>
        new(row.Table.Id.Value, row.Table.Challenge, row.Now, row.Table.NextTalk is { } talk ? new TalkBody(talk.On, talk.About) : null);
}

/// <summary>What is asked of me.</summary>
/// <param name="Samenwerking">Where.</param>
/// <param name="Vraag">What is asked.</param>
/// <param name="Toelichting">A few words more, or empty.</param>
/// <param name="Pagina">The page where one does it.</param>
/// <param name="Dringend">Whether it comes before what can wait.</param>
public sealed record AskFacts(Guid Samenwerking, string Vraag, string Toelichting, string Pagina, bool Dringend)
{
    /// <summary>Of what is asked.</summary>
    public static AskFacts Of(Ask ask) => new(ask.Collaboration.Value, ask.Title, ask.Note ?? "", ask.Href, ask.Urgent);
}
