using System.Collections.Immutable;
using System.Text;

namespace Insiders.Core.Import;

/// <summary>What files call their columns, in English, Portuguese, Spanish, German and French.</summary>
internal static class HeaderNames
{
    /// <summary>Names that mean one column only, the surer before the less sure.</summary>
    public static ImmutableDictionary<LedgerColumn, string[]> Sure { get; } = new Dictionary<LedgerColumn, string[]>
    {
        [LedgerColumn.Invoice] =
        [
            "invoiceno", "invoice", "invoicenumber", "invoiceid", "orderno", "ordernumber", "orderid", "order", "transactionid", "transaction", "receipt", "receiptno", "receiptnumber", "saleid", "basketid",
            "fatura", "nofatura", "numerofatura", "numerodafatura", "notafiscal", "numeronotafiscal", "nf", "nfe", "pedido", "numeropedido", "numerodopedido", "nopedido", "idpedido", "iddopedido", "codigopedido", "codigodopedido", "venda", "idvenda", "numerovenda", "cupom", "numerocupom",
            "factura", "nofactura", "numerofactura", "numerodefactura", "numfactura", "idfactura", "numerodepedido", "numpedido", "iddepedido", "orden", "numeroorden", "numerodeorden", "idorden",
            "rechnungsnummer", "rechnungsnr", "rechnung", "belegnummer", "belegnr", "beleg", "auftragsnummer", "auftragsnr", "auftrag", "bestellnummer", "bestellnr", "bestellung", "bestellid",
            "facture", "nofacture", "numerofacture", "numerodefacture", "numfacture", "commande", "nocommande", "numerocommande", "numerodecommande", "numcommande", "idcommande", "refcommande",
        ],
        [LedgerColumn.StockCode] =
        [
            "stockcode", "sku", "productcode", "productid", "productno", "productnumber", "productsku", "itemcode", "itemid", "itemno", "itemnumber", "itemsku", "lineitemsku", "articlecode", "articleno", "articlenumber", "article", "asin", "ean", "gtin", "upc", "barcode", "code",
            "codigo", "codigoproduto", "codigodoproduto", "codproduto", "coddoproduto", "idproduto", "iddoproduto", "codigoitem", "codigodoitem", "coditem", "referencia",
            "codigoproducto", "codigodeproducto", "codigodelproducto", "codproducto", "idproducto", "idarticulo", "codigoarticulo", "codigodearticulo", "codarticulo", "ref",
            "artikelnummer", "artikelnr", "artnr", "artikelcode", "artikelid", "produktnummer", "produktnr", "produktcode", "produktid", "warennummer", "bestellartikel",
            "reference", "referenceproduit", "codearticle", "codeproduit", "idproduit", "idarticle", "refarticle", "refproduit",
        ],
        [LedgerColumn.Description] =
        [
            "description", "productdescription", "productname", "productnames", "itemname", "itemdescription", "lineitemname", "lineitemtitle", "producttitle", "itemtitle", "title",
            "descricao", "descricaoproduto", "descricaodoproduto", "descricaodoitem", "nomeproduto", "nomedoproduto", "nomedoitem",
            "descripcion", "descripciondelproducto", "descripcionproducto", "nombreproducto", "nombredelproducto", "nombrearticulo", "nombredelarticulo",
            "bezeichnung", "artikelbezeichnung", "artikelname", "artikelbeschreibung", "beschreibung", "produktname", "produktbezeichnung", "warenbezeichnung",
            "designation", "libelle", "libellearticle", "libelleproduit", "nomproduit", "nomduproduit", "nomarticle", "nomdelarticle",
        ],
        [LedgerColumn.Quantity] =
        [
            "quantity", "qty", "qtty", "units", "quantityordered", "quantitypurchased", "quantitysold", "quantityrefund", "itemquantity", "itemqty", "lineitemquantity", "orderqty", "orderquantity", "qtyordered", "unitssold", "pieces", "pcs", "noofitems", "numberofitems", "itemcount",
            "quantidade", "qtd", "qtde", "qtdade", "quant", "unidades", "quantidadevendida", "qtdvendida",
            "cantidad", "cant", "cantidadvendida", "uds", "unidadesvendidas",
            "menge", "anzahl", "stuck", "stuckzahl", "bestellmenge", "verkaufsmenge",
            "quantite", "qte", "quantitevendue", "nbarticles",
        ],
        [LedgerColumn.SoldAt] =
        [
            "invoicedate", "invoicedatetime", "orderdate", "orderdatetime", "orderedat", "ordertime", "saledate", "salesdate", "purchasedate", "purchasedatetime", "purchasedat", "orderpurchasetimestamp", "transactiondate", "transactiontime", "soldat", "date", "datetime", "timestamp", "createdat", "dateordered", "dateofsale", "dateofpurchase", "time",
            "data", "datafatura", "datadafatura", "datavenda", "datadavenda", "datapedido", "datadopedido", "datacompra", "datadacompra", "dataemissao", "datadeemissao", "datahora", "dataehora",
            "fecha", "fechafactura", "fechadefactura", "fechapedido", "fechadepedido", "fechadelpedido", "fechaventa", "fechadeventa", "fechacompra", "fechadecompra", "fechayhora", "fechahora", "fechaorden",
            "rechnungsdatum", "datum", "belegdatum", "bestelldatum", "auftragsdatum", "kaufdatum", "verkaufsdatum", "datumuhrzeit", "zeitpunkt",
            "datefacture", "datedefacture", "datefacturation", "datecommande", "datedecommande", "datedelacommande", "datevente", "datedevente", "dateachat", "datedachat", "dateheure",
        ],
        [LedgerColumn.UnitPrice] =
        [
            "unitprice", "price", "priceperunit", "priceeach", "itemprice", "itemcost", "unitcost", "lineitemprice", "sellingprice", "saleprice", "salesprice", "listprice", "unitsellingprice", "productprice", "rate",
            "precounitario", "valorunitario", "preco", "precounit", "vlunitario", "vlrunitario", "vlunit", "vlrunit", "valorunit", "precodevenda", "precovenda",
            "precio", "preciounitario", "preciounidad", "preciounit", "precioporunidad", "pvp", "preciodeventa",
            "einzelpreis", "preis", "stuckpreis", "stuckpreisnetto", "einzelpreisnetto", "einzelpreisbrutto", "verkaufspreis", "vkpreis", "preisprostuck",
            "prixunitaire", "prixunitaireht", "prixunitairettc", "prix", "pu", "puht", "puttc", "prixht", "prixttc", "prixdevente",
        ],
        [LedgerColumn.Customer] =
        [
            "customerid", "customerno", "customernumber", "customercode", "customeruniqueid", "customer", "clientid", "clientno", "clientcode", "client", "buyerid", "buyer", "userid", "memberid", "membernumber", "accountid", "accountnumber", "contactid", "patientid", "guestid", "householdkey", "shopperid",
            "cliente", "idcliente", "iddocliente", "codigocliente", "codigodocliente", "codcliente", "coddocliente", "numerocliente", "comprador", "cpf", "cpfcnpj", "cnpjcpf", "cnpj", "cpfdocliente", "cpfcnpjdocliente",
            "idcliente", "codigodecliente", "codigodelcliente", "numerodecliente", "nocliente", "dni", "nif", "rut", "rfc", "idusuario",
            "kundennummer", "kundennr", "kdnr", "kunde", "kundenid", "kundencode", "debitor", "debitornr", "debitorennummer", "kaufer", "kauferid",
            "codeclient", "idclient", "noclient", "numeroclient", "numclient", "numerodeclient", "refclient", "acheteur", "idacheteur",
        ],
        [LedgerColumn.Country] =
        [
            "country", "countryname", "customercountry", "shippingcountry", "shipcountry", "billingcountry", "countrycodebilling", "countrybilling", "countrycodeshipping", "countryshipping", "shippingcountrycode", "billingcountrycode", "countrycode", "countryofresidence", "deliverycountry", "nation",
            "pais", "paiscliente", "paisdocliente", "paisdeentrega", "paisenvio", "paisdeenvio", "paisdelcliente", "paisdestino",
            "land", "lieferland", "rechnungsland", "kundenland", "landercode",
            "pays", "paysclient", "paysduclient", "paysdelivraison", "payslivraison", "paysfacturation",
        ],
        [LedgerColumn.Amount] =
        [
            "lineamount", "linetotal", "linetotalamount", "lineprice", "itemtotal", "itemsubtotal", "itemlinetotal", "extendedprice", "extendedamount", "extprice", "totalprice", "totalamount", "amountpaid", "netamount", "grossamount", "salesamount", "saleamount", "salesvalue", "sales", "revenue", "amount", "turnover", "spend", "netsales", "grosssales",
            "valortotal", "vltotal", "vlrtotal", "valortotalitem", "valortotaldoitem", "totalitem", "totaldoitem", "valoritem", "valordoitem", "valorvenda", "valordavenda", "valorliquido", "precototal", "receita", "faturamento",
            "importe", "importetotal", "importelinea", "totallinea", "preciototal", "ventas", "venta", "monto", "montototal", "ingresos",
            "betrag", "gesamtpreis", "gesamtbetrag", "positionsbetrag", "positionssumme", "zeilensumme", "umsatz", "nettobetrag", "bruttobetrag", "nettoumsatz", "bruttoumsatz",
            "montant", "montantht", "montantttc", "montantligne", "totalligne", "prixtotal", "chiffredaffaires", "ca", "caht",
        ],
        [LedgerColumn.Status] =
        [
            "orderstatus", "status", "financialstatus", "paymentstatus", "salestatus", "invoicestatus", "orderstate",
            "situacao", "statuspedido", "statusdopedido", "situacaopedido", "situacaodopedido", "statusvenda",
            "estado", "estadopedido", "estadodelpedido", "situacion",
            "bestellstatus", "auftragsstatus", "zahlungsstatus", "rechnungsstatus",
            "statut", "statutcommande", "statutdelacommande", "etat", "etatcommande",
        ],
        [LedgerColumn.Email] =
        [
            "email", "customeremail", "emailbilling", "billingemail", "buyeremail", "emailaddress", "customeremailaddress", "useremail", "contactemail", "mail",
            "emaildocliente", "emailcliente", "enderecodeemail", "correo", "correoelectronico", "emaildelcliente", "emailadresse", "emailkunde", "adresseemail", "adressemail", "courriel", "emailclient",
        ],
        [LedgerColumn.Currency] =
        [
            "currency", "currencycode", "currencyid", "ordercurrency", "itemcurrency", "pricecurrency", "curr", "isocurrency", "presentmentcurrency",
            "moeda", "codigomoeda", "codigodamoeda", "siglamoeda", "moneda", "codigomoneda", "codigodemoneda", "divisa",
            "wahrung", "waehrung", "wahrungscode", "wahrungskurzel", "waehrungscode", "devise", "codedevise", "monnaie", "codemonnaie",
        ],
        [LedgerColumn.Discount] =
        [
            "discount", "discountrate", "discountpercent", "discountpercentage", "discountpct", "discountperc", "discountshare", "linediscount", "linediscountpercent", "itemdiscount", "disc", "discpct", "pctdiscount", "percentdiscount",
            "desconto", "percentualdesconto", "percentualdedesconto", "descontopercentual", "percdesconto", "taxadesconto", "taxadedesconto", "porcentagemdesconto", "descontoitem", "descontodoitem", "desc",
            "descuento", "porcentajedescuento", "porcentajededescuento", "descuentoporcentaje", "tasadescuento", "descuentolinea", "dto", "dcto",
            "rabatt", "rabattsatz", "rabattprozent", "rabattinprozent", "prozentrabatt", "positionsrabatt", "nachlass",
            "remise", "tauxremise", "tauxderemise", "pourcentageremise", "pourcentagederemise", "remiseligne", "remisepourcentage", "rabais", "reduction", "tauxdereduction",
        ],
    }.ToImmutableDictionary();

    /// <summary>Words that can mean several columns, in the order in which the columns still missing take them.</summary>
    public static ImmutableArray<(string Name, LedgerColumn Column)> Unsure { get; } =
    [
        .. Words(LedgerColumn.Description, "name", "nome", "product", "item", "produto", "producto", "artikel", "articulo", "produkt", "produit"),
        .. Words(LedgerColumn.StockCode, "product", "item", "produto", "producto", "artikel", "articulo", "produkt", "produit"),
        .. Words(LedgerColumn.Amount, "total", "value", "valor", "ordervalue", "ordertotal", "ordertotalamount", "summe", "gesamt", "wert"),
        .. Words(
            LedgerColumn.Customer, "customername", "clientname", "buyername", "fullname", "company", "companyname", "nomedocliente", "nomecliente", "razaosocial", "nombredelcliente", "nombrecliente",
            "kundenname", "firma", "nomduclient", "nomclient", "billingname", "name", "nome", "phone", "telefone", "telefono"),
    ];

    /// <summary>A header as it is compared: letters and digits only, lower case, accents off.</summary>
    public static string Key(string header)
    {
        var key = new StringBuilder(header.Length);
        foreach (var character in header.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(character))
            {
                key.Append(char.ToLowerInvariant(character));
            }
        }

        return key.ToString();
    }

    private static IEnumerable<(string Name, LedgerColumn Column)> Words(LedgerColumn column, params string[] names) => names.Select(name => (name, column));
}
