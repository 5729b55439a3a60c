using System.Reflection;
using Meerlaags.Web.Platform.Data;
using Microsoft.AspNetCore.Http;

namespace Meerlaags.Web.Tests.Architecture;

/// <summary>What programs send is bound by code that the compiler writes. It fills what a type declares itself and leaves what it inherits empty, without a word.</summary>
public sealed class What_a_call_binds
{
    [Fact]
    public void A_call_declares_itself_all_that_is_bound()
    {
        var calls = typeof(Db)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            .SelectMany(method => method.GetParameters())
            .Where(parameter => parameter.IsDefined(typeof(AsParametersAttribute), inherit: false))
            .Select(parameter => parameter.ParameterType)
            .Distinct()
            .ToList();

        Assert.True(calls.Count > 15);
        Assert.Empty(
            calls.SelectMany(call =>
                call.GetProperties().Where(property => property.CanWrite && property.DeclaringType != call).Select(one => (call.Name, one.Name))
            )
        );
    }
}
