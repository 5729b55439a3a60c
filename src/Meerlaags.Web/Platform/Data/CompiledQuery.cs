using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Meerlaags.Web.Platform.Data;

/// <summary>A query that every page asks. Entity Framework keeps what it made of it, so that it does not build and compare its expression for every request.</summary>
/// <param name="compile">Makes it, by <c>EF.CompileAsyncQuery</c>. What that makes holds for one model, and each database has its own.</param>
public sealed class CompiledQuery<TQuery>(Func<TQuery> compile)
    where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> known = [];

    /// <summary>The query for this database.</summary>
    public TQuery On(Db db) => known.GetValue(db.Model, _ => compile());
}
