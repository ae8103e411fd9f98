using System.Reflection;
using System.Text.Json.Serialization;
using Plotly.Blazor;

namespace Insiders.Web.Charts.Rendering;

/// <summary>A property of one of Plotly's typed classes. Each class has about eighty, of which ten are set, and attributes are read only for those.</summary>
/// <param name="property">The property.</param>
/// <param name="value">Its backing field; null when it is computed. Reading a field is cheap, whereas reflection generates code for a getter it calls twice.</param>
internal sealed class PlotlyMember(PropertyInfo property, FieldInfo? value)
{
    private string? _name;
    private bool? _isNumbered;

    /// <summary>Its name in JSON.</summary>
    public string Name => _name ??= property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? property.Name;

    /// <summary>True for a list whose items are written as numbered properties: <c>xaxis</c>, <c>xaxis2</c>, ….</summary>
    public bool IsNumbered => _isNumbered ??= property.IsDefined(typeof(SubplotAttribute));

    /// <summary>The properties of a class, in declaration order.</summary>
    public static PlotlyMember[] Of(Type type)
    {
        var fields = type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic).ToDictionary(field => field.Name, StringComparer.Ordinal);
        return [.. type.GetProperties().Select(property => new PlotlyMember(property, fields.GetValueOrDefault($"<{property.Name}>k__BackingField")))];
    }

    /// <summary>Its value in an object; null when not set.</summary>
    public object? In(object owner) => value is null ? property.GetValue(owner) : value.GetValue(owner);
}
