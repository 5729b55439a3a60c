using System.Data.Common;
using System.Text.Json;
using Meerlaags.Bench.Data;

namespace Meerlaags.Bench.Servers;

/// <summary>The rows of each page, written by hand from prepared statements: what the same page could cost at best.</summary>
internal sealed class HandWritten(Connections connections, SeededFacts facts)
{
    private const string MineSql = """
        select c.id, c.challenge, c.region, r.number,
          (select count(*) from handed_in h where h.round_id = r.id),
          (select count(*) from parties p where p.collaboration_id = c.id and p.left_at is null)
        from memberships m
        join collaborations c on c.id = m.collaboration
        left join framing_rounds r on r.collaboration = c.id
        where m.person = @person and m.ended_at is null
        order by c.challenge
        """;

    private const string PartiesSql = """
        select p.name, p.tier, p.seat
        from memberships m
        join parties p on p.collaboration_id = m.collaboration
        where m.person = @person and m.collaboration = @collaboration and m.ended_at is null and p.left_at is null
        order by p.tier, p.name
        """;

    private const string LinesSql = """
        select l.fact, a.display_name, p.name, l.content
        from memberships m
        join journal_lines l on l.chain = m.collaboration
        left join accounts a on a.id = l.person
        left join parties p on p.id = l.party
        where m.person = @person and m.collaboration = @collaboration and m.ended_at is null and (l.seal is null or l.sealed_for = @party)
        order by l.at desc, l.number desc
        limit
        """;

    private const string RegisterSql = """
        select code, official_name, kind, valid_from, count(*) over ()
        from organisations
        where search_key like '%gemeente%' and valid_to is null
        order by search_key, code
        limit 25
        """;

    private const string TextsSql = """
        select p.name, p.tier, f.answers, f.hash
        from formulations f
        join parties p on p.id = f.party
        where f.round = @round and f.revealed_at is not null
        order by p.tier, p.name
        """;

    private readonly IReadOnlyList<(string Name, object Value)> values =
    [
        ("@person", facts.Person),
        ("@collaboration", facts.Collaboration),
        ("@party", facts.Party),
        ("@round", facts.Round),
    ];

    /// <summary>Writes the rows of a page.</summary>
    public Task WriteAsync(string page, HtmlWriter html) =>
        connections.UseAsync(open =>
            page switch
            {
                "mine" => ReadAsync(open, MineSql, row => Collaboration(html, row)),
                "overview" => OverviewAsync(open, html),
                "log" => LinesAsync(open, html, 51),
                "register" => ReadAsync(open, RegisterSql, row => Organisation(html, row)),
                _ => ReadAsync(open, TextsSql, row => Text(html, row)),
            }
        );

    private async Task OverviewAsync(Prepared open, HtmlWriter html)
    {
        await ReadAsync(open, PartiesSql, row => Party(html, row));
        await LinesAsync(open, html, 6);
    }

    private Task LinesAsync(Prepared open, HtmlWriter html, int most) =>
        ReadAsync(open, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{LinesSql} {most}"), row => Line(html, row));

    private Task ReadAsync(Prepared open, string sql, Action<DbDataReader> row) =>
        open.ReadAsync(sql, [.. values.Where(value => sql.Contains(value.Name, StringComparison.Ordinal))], row);

    private static void Collaboration(HtmlWriter html, DbDataReader row) =>
        html.Markup("<li><h3 class=\"ml-rows__title\"><a class=\"nl-link\" href=\"/samenwerkingen/"u8)
            .Text(row.GetGuid(0).ToString())
            .Markup("\"><bdi>"u8)
            .Text(row.GetString(1))
            .Markup("</bdi></a></h3><p class=\"nl-paragraph\" dir=\"auto\">"u8)
            .Text(row.GetString(2))
            .Markup("</p><p class=\"ml-meta\">Ronde "u8)
            .Number(row.IsDBNull(3) ? 0 : row.GetInt64(3))
            .Markup(": "u8)
            .Number(row.GetInt64(4))
            .Markup(" van "u8)
            .Number(row.GetInt64(5))
            .Markup("</p></li>"u8);

    private static void Party(HtmlWriter html, DbDataReader row) =>
        html.Markup("<li class=\"ml-party\"><span class=\"ml-mark ml-mark--"u8)
            .Text(row.GetString(1))
            .Markup("\" aria-hidden=\"true\"></span><span class=\"ml-party__text\"><bdi class=\"ml-party__name\">"u8)
            .Text(row.GetString(0))
            .Markup("</bdi><span class=\"utrecht-status-badge\">"u8)
            .Text(row.GetString(2))
            .Markup("</span></span></li>"u8);

    private static void Line(HtmlWriter html, DbDataReader row)
    {
        using var content = JsonDocument.Parse(row.GetString(3));
        html.Markup("<li class=\"ml-log__line\"><time class=\"ml-log__time\" datetime=\""u8)
            .Text(content.RootElement.GetProperty("at").GetString()!)
            .Markup("\"></time><span><bdi>"u8)
            .Text(row.IsDBNull(1) ? "" : row.GetString(1))
            .Markup("</bdi> namens <bdi>"u8)
            .Text(row.IsDBNull(2) ? "" : row.GetString(2))
            .Markup("</bdi> "u8)
            .Text(row.GetString(0))
            .Markup("</span></li>"u8);
    }

    private static void Organisation(HtmlWriter html, DbDataReader row) =>
        html.Markup("<li><h3 class=\"ml-rows__title\"><span class=\"ml-party ml-party--inline\"><a class=\"nl-link\" href=\"/organisaties/"u8)
            .Text(row.GetString(0))
            .Markup("\">"u8)
            .Text(row.GetString(1))
            .Markup("</a></span></h3><p class=\"ml-meta\">"u8)
            .Text(row.GetString(2))
            .Markup("</p></li>"u8);

    private static void Text(HtmlWriter html, DbDataReader row)
    {
        html.Markup("<article class=\"ml-paper\"><header><h4 class=\"ml-party__name\">"u8).Text(row.GetString(0)).Markup("</h4></header>"u8);
        using var answers = JsonDocument.Parse(row.GetString(2));
        foreach (var answer in answers.RootElement.EnumerateArray())
            html.Markup("<p class=\"nl-paragraph ml-typed\" dir=\"auto\">"u8).Text(answer.GetProperty("Text").GetString()!).Markup("</p>"u8);
        html.Markup("<p class=\"ml-hash\">"u8).Text(row.GetString(3)).Markup("</p></article>"u8);
    }
}
