"""The checks of meaning beyond the examples of their pages: what must be found, what stay silent."""

from __future__ import annotations

import pytest

from aligner.divergence.lines import check_lines
from tests.divergence.examples import one
from tests.patience import patience

FOUND = [
    (
        "modality",
        "The municipal choirs will hold a joint feast every other year. The best song will be sung in June.",
        "Los coros municipales convocarían cada dos años una fiesta conjunta. La mejor canción se cantará en junio.",
    ),
    (
        "actor",
        "Peru will host the first regatta and Bolivia will umpire it. Both fleets sail in May.",
        "Bolivia acogerá la primera regata y el Perú la arbitrará. Las dos flotas navegan en mayo.",
    ),
    (
        "actor",
        "The games will be held in Tacna. Peru lends the covered court and Chile the stadium.",
        "Los juegos se celebrarán en Tacna. Chile cede la pista cubierta y el Perú el estadio.",
    ),
    (
        "negation",
        "The minister does not conceal the cost of the works.",
        "El ministro oculta el costo de las obras.",
    ),
    (
        "negation",
        "No State or group of States may use the canal.",
        "Todo Estado o grupo de Estados puede usar el canal.",
    ),
    (
        "negation",
        "Voters may check the list for errors.",
        "Los votantes no podrán comprobar la lista en busca de errores.",
    ),
    (
        "negation",
        "A ship may be boarded if the signals increase by more than three in a day. The order shall not be published.",
        "Un buque podrá ser abordado si las señales no aumentan en más de tres en un día. La orden no se publicará.",
    ),
    (
        "negation",
        "An observer that has been expelled may not speak, but remains subject to the rules.",
        "El observador que haya sido expulsado no podrá hablar, pero no seguirá sujeto a las normas.",
    ),
    (
        "negation",
        "No treaty shall be signed while debts from earlier years remain unpaid.",
        "No se firmará ningún tratado mientras no queden deudas de años anteriores sin pagar.",
    ),
    (
        "negation",
        "The owner cannot demand payment in advance for more than two months.",
        "El propietario puede exigir el pago anticipado de más de dos meses.",
    ),
    (
        "antonym",  # beside words that are linked, however freely the rest is rendered
        "It is a good habit to remember all the names of guests whom one has met but once.",
        "Tratándose de invitados que apenas se conocen, conviene olvidar todos los nombres.",
    ),
    (
        "conjunction",  # each part begins with its own *if*: the negation governs the first alone
        "The claim fails if the owner was not warned in due time, or if the harbour was closed.",
        "La reclamación no procede si el dueño no fue advertido a tiempo, y si el puerto estaba cerrado.",
    ),
    (
        "conjunction",  # the second negation answers no first one
        "The lease ends if the tenant sublets the mill or does not repair it.",
        "El arriendo termina si el inquilino subarrienda el molino y no lo repara.",
    ),
    (
        "quantifier",  # a pronoun: the words before it tell where it belongs
        "The catch is shared equally among some of them.",
        "La pesca se reparte entre todos por igual.",
    ),
    (
        "list-length",  # one word renders the two of a compound
        "A council made up of port authorities and trade unions will meet in May.",
        "En mayo se reunirá un consejo formado por autoridades portuarias, navieras y sindicatos.",
    ),
    (
        "antonym",
        "The export of rare stones from the islands is prohibited.",
        "Queda autorizada la exportación de piedras raras de las islas.",
    ),
    (
        "quantifier",
        "Any change to the border requires the consent of either ministry.",
        "Todo cambio de la frontera requiere el consentimiento de ambos ministerios.",
    ),
    (
        "safeguard",
        "The Parties shall release the vessel without delay.",
        "Las Partes liberarán el buque.",
    ),
    (
        "safeguard",
        "The accord shall be ratified in accordance with their respective constitutional processes.",
        "El acuerdo será ratificado.",
    ),
    (
        "safeguard",
        "No one shall be moved to another prison without his free consent.",
        "Nadie será trasladado a otra prisión.",
    ),
    (
        "actor",
        "The limits set by the coastal State shall be published.",
        "Se publicarán los límites que fije la Comisión.",
    ),
    (
        "actor",
        "The governments of the region will approve the budget.",
        "Los parlamentos de la región aprobarán el presupuesto.",
    ),
    (
        "actor",
        "The Republic of Panama grants to the United States of America the use of the port.",
        "Los Estados Unidos de América conceden a la República de Panamá el uso del puerto.",
    ),
    (
        "modality",
        "The States Parties should not store waste in the zone.",
        "Los Estados Partes no deberán almacenar desechos en la zona.",
    ),
    (
        "modality",
        "A State Party shall not export the fuel.",
        "Un Estado Parte podrá no exportar ningún combustible.",
    ),
    (
        "modality",
        "The Parties shall endeavor to publish the tariffs.",
        "Las Partes deberán publicar los aranceles.",
    ),
    (
        "modality",
        "The Tribunal shall have the power to inspect the port.",
        "El Tribunal estará obligado a inspeccionar el puerto.",
    ),
    (
        "modality",
        "The ministries have an obligation to protect the river.",
        "Los ministerios tienen la facultad de proteger el río.",
    ),
    (
        "modality",
        "The importer must keep the invoice for five years.",
        "Se recomienda que el importador conserve la factura durante cinco años.",
    ),
    (
        "modality",
        "The ministry will open a school in each province.",
        "El ministerio tiene previsto abrir una escuela en cada provincia.",
    ),
    (
        "modality",
        "If it has no treaty of transit, the State may use the port.",
        "Si no tiene tratado de tránsito, el Estado deberá utilizar el puerto.",
    ),
    (
        "modality",
        "The treaty binds the parties and must be applied by the courts.",
        "El tratado obliga a las partes y puede ser aplicado por los tribunales.",
    ),
    (
        "modality",
        "The ministers decided that each embassy will publish the list of experts.",
        "Los ministros decidieron que cada embajada publicaría la lista de expertos.",
    ),
    (
        "modality",
        "The survey of the bay would go on for as long as there is money in the fund.",
        "El estudio de la bahía proseguirá mientras haya dinero en el fondo.",
    ),
    (
        "modality",
        "The treaty of the lake harms no one; the delegation shall publish the minutes of the meeting.",
        "El tratado del lago no perjudica a nadie; la delegación publicaría las actas de la reunión.",
    ),
    (
        "modality",
        "The licence is valid only if there are two signatures. The shipper must send the licence to the embassy.",
        "Para que la licencia sea válida tiene que haber dos firmas. Conviene enviar la licencia a la embajada.",
    ),
    (
        "actor",
        "The museum, to be restored by Lisbon and guarded by the Peruvian Ministry of Culture, will open in May.",
        "El Ministerio de Cultura del Perú restaurará, y Lisboa custodiará, el museo, que abrirá en mayo.",
    ),
    (
        "actor",
        "The Sponsoring Party shall inform the other Party of any voyage.",
        "La otra Parte informará a la Parte patrocinadora de todo viaje.",
    ),
    (
        "actor",
        "The harbour master shall submit a report on each ship to the Maritime Board every month.",
        "La Junta Marítima presentará cada mes al capitán de puerto un informe sobre cada buque.",
    ),
    (
        "actor",
        "Ruritania will open a school in Zenda, and Zenda will lease to Ruritania the old customs house.",
        "Ruritania abrirá una escuela en Zenda, y Ruritania arrendará a Zenda la antigua casa de aduanas.",
    ),
    (
        "actor",
        "In return, the franchisor shall advise the franchisee's staff on the accounts.",
        "A cambio, el franquiciado asesorará al personal del franquiciador sobre las cuentas.",
    ),
    (
        "performative",
        "We note with concern the raids on the archives of the mission.",
        "Condenamos en los términos más severos los asaltos a los archivos de la misión.",
    ),
    ("negation", "The list is not public.", "La lista es pública."),
    ("negation", "The report is public.", "El informe nunca es público."),
    ("negation", "No person may enter without a visa.", "Ninguna persona puede entrar con visado."),
    ("modality", "The group must meet every year.", "El grupo debería reunirse cada año."),
    ("modality", "The group can meet every year.", "El grupo debe reunirse cada año."),
    ("modality", "The Council may adopt the measures.", "El Consejo adoptará las medidas."),
    (
        "modality",
        "The consulate will issue the passports in ten days.",
        "El consulado expediría los pasaportes en diez días.",
    ),
    (
        "modality",
        "The fund would pay the interpreters if the Parties agree.",
        "El fondo pagará a los intérpretes si las Partes están de acuerdo.",
    ),
    (
        "modality",
        "The delegations intend to publish a summary of the meeting.",
        "Las delegaciones publicarán un resumen de la reunión.",
    ),
    (
        "modality",
        "The Ministry will publish the list of experts.",
        "El Ministerio podría publicar la lista de expertos.",
    ),
    (
        "modality",
        "The requesting Party may appeal the decision.",
        "La Parte requirente podría apelar la decisión.",
    ),
    (
        "conjunction",
        "They will protect women or children.",
        "Protegerán a las mujeres y a los niños.",
    ),
    ("quantifier", "Most victims receive support.", "Todas las víctimas reciben apoyo."),
    ("negation", "The minister may sign the treaty.", "El ministro no podrá firmar el tratado."),
    (
        "modality",
        "Every State should pay the costs of the court, and the victims of the crimes will not pay.",
        "Todo Estado pagará los costos del tribunal, y las víctimas de los delitos no pagarán.",
    ),
    (
        "conjunction",
        "The rules of arrest and detention apply.",
        "Se aplican las reglas de detención o arresto.",
    ),
    ("quantifier", "Only judges may vote.", "También los jueces pueden votar."),
    ("quantifier", "Several ministers signed the text.", "Ningún ministro firmó el texto."),
    ("actor", "The buyer shall pay the price.", "El vendedor pagará el precio."),
    ("actor", "The Commission informed Parliament.", "El Consejo informó al Parlamento."),
    (
        "actor",
        "The requesting Party shall deliver the file to the requested Party.",
        "La Parte requerida entregará el expediente a la Parte requirente.",
    ),
    (
        "actor",
        "Canada sold two ships to Mexico in the spring.",
        "México vendió dos barcos a Canadá en la primavera.",
    ),
    (
        "actor",
        "The complaining Party may ask for a second panel.",
        "La Parte demandada podrá pedir un segundo panel.",
    ),
    (
        "actor",
        "The minor shall be interviewed by a consular officer within one day.",
        "El menor será entrevistado por un agente migratorio en el plazo de un día.",
    ),
    (
        "antonym",
        "The form must be sent before the meeting.",
        "El formulario debe enviarse después de la reunión.",
    ),
    ("antonym", "The plan excludes the northern border.", "El plan incluye la frontera norte."),
    (
        "performative",
        "They undertake to protect the victims.",
        "Tienen la intención de proteger a las víctimas.",
    ),
    (
        "performative",
        "We urge the banks to publish their accounts.",
        "Sugerimos a los bancos que publiquen sus cuentas.",
    ),
    (
        "performative",
        "To instruct the Secretariat to print the map.",
        "Invitar a la Secretaría a imprimir el mapa.",
    ),
    (
        "performative",
        "The two governments, under this new agreement, have agreed to open the port.",
        "Los dos gobiernos, en virtud de este nuevo acuerdo, han considerado abrir el puerto.",
    ),
    (
        "performative",
        "The ministers urged all parties to talk.",
        "Los ministros invitaron a todas las partes a dialogar.",
    ),
    (
        "safeguard",
        "Subject to available resources, the police will train judges.",
        "La policía capacitará a jueces.",
    ),
    (
        "actor",
        "Canada will transfer the funds to Guatemala before the end of the year.",
        "Guatemala transferirá los fondos a Canadá antes de que termine el año.",
    ),
    (
        "antonym",
        "The Council urged both States to lift the embargo.",
        "El Consejo instó a ambos Estados a imponer el embargo.",
    ),
    (
        "antonym",
        "Unaccompanied children will be received by the consulate.",
        "Los niños acompañados serán recibidos por el consulado.",
    ),
    (
        "antonym",
        "The ministers agreed to lower the tariffs on steel.",
        "Los ministros acordaron elevar los aranceles al acero.",
    ),
    (
        "negation",
        "Participation in the program is not compulsory.",
        "La participación en el programa es obligatoria.",
    ),
    (
        "negation",
        "The applicant won't have an opportunity to amend the form.",
        "El solicitante podrá enmendar el formulario.",
    ),
    (
        "negation",
        "Neither Party shall impose new tariffs during the negotiations.",
        "Ambas Partes impondrán nuevos aranceles durante las negociaciones.",
    ),
    (
        "conjunction",
        "No visa is required for crews, and the port shall be open by day and by night.",
        "No se exige visa a las tripulaciones, y el puerto estará abierto de día o de noche.",
    ),
    (
        "quantifier",
        "The reserve may be visited only with a permit of the ministry.",
        "La reserva podrá visitarse con un permiso del ministerio.",
    ),
    (
        "quantifier",
        "Interpreters shall be present at least in the first hearing.",
        "Los intérpretes estarán presentes solo en la primera audiencia.",
    ),
    (
        "safeguard",
        "The inspectors may enter the plant with prior notice.",
        "Los inspectores podrán ingresar a la planta.",
    ),
    (
        "safeguard",
        "The vessel shall be released.",
        "El buque será liberado, siempre que se deposite una fianza.",
    ),
    (
        "safeguard",
        "The university will issue a certificate upon request.",
        "La universidad expedirá un certificado.",
    ),
    (
        "modality",
        "Repatriations should take place by day and be announced to the consulate.",
        "Las repatriaciones deben efectuarse de día y anunciarse al consulado.",
    ),
    (
        "modality",
        "The laboratories could share the results with the embassy.",
        "Los laboratorios compartirán los resultados con la embajada.",
    ),
    (
        "actor",
        "The tenant keeps the garden in order. The landlord shall inform the tenant of any repair.",
        "El inquilino mantiene el jardín en orden. El inquilino informará al propietario de toda reparación.",
    ),
    (
        "actor",
        "The Peruvian delegation criticized the delay, while the Chilean delegation praised the report.",
        "La delegación chilena criticó el retraso, mientras que la delegación peruana elogió el informe.",
    ),
    (
        "actor",
        "Honduras shall notify Belize before its ships enter the bay.",
        "Belice notificará a Honduras antes de que sus buques entren en la bahía.",
    ),
    (
        "actor",
        "The affected Party shall reply to the Party of origin within one month.",
        "La Parte de origen responderá a la Parte afectada en el plazo de un mes.",
    ),
    (
        "actor",
        "The authorities of the receiving State shall inform the consul of the sending State without delay.",
        "Las autoridades del Estado que envía informarán sin demora al cónsul del Estado que envía.",
    ),
    (
        "performative",
        "Check that the seal is intact.",
        "Suponga que el precinto está intacto.",
    ),
    (
        "performative",
        "The ministers offered to study a second bridge over the river.",
        "Los ministros acordaron estudiar un segundo puente sobre el río.",
    ),
    (
        "performative",
        "The Council demands the release of the crew.",
        "El Consejo pide la liberación de la tripulación.",
    ),
    (
        "safeguard",
        "The judge shall, as and when required, hear the witnesses.",
        "El juez oirá a los testigos.",
    ),
    (
        "modality",
        "The goods that were not sold must be returned to the port.",
        "Las mercancías no vendidas pueden devolverse al puerto.",
    ),
    (
        "modality",
        "We may suspend the talks with the company in June.",
        "Suspenderemos las conversaciones con la empresa en junio.",
    ),
    (
        "modality",
        "The State Party may be required to pay the costs of the inspection.",
        "Al Estado Parte se le exigirá el pago de los gastos de la inspección.",
    ),
    (
        "modality",
        "The authorisation shall be renewed by the Agency after two years.",
        "La Agencia podrá renovarla al cabo de dos años.",
    ),
    (
        "antonym",
        "Fares have risen for the second year running.",
        "Las tarifas han bajado por segundo año consecutivo.",
    ),
    (
        "negation",
        "The sisters use one archive, which either house may close on its own.",
        "Las hermanas utilizan un archivo, que ninguna de las dos casas podrá cerrar por su cuenta.",
    ),
    (
        "negation",
        "Every Party may set a charge exceeding ten crowns.",
        "Toda Parte podrá fijar una tasa que no exceda de diez coronas.",
    ),
    (
        "untranslated-part",
        "The ferry will call at Los Olmos until further notice.",
        "El transbordador hará escala en Los Olmos until further notice.",
    ),
    (
        "untranslated-part",
        "Keep the receipt and ring us at any hour.",
        "Guarde el recibo y ring us a cualquier hora.",
    ),
]


@pytest.mark.parametrize(("check", "en", "es"), FOUND)
def test_a_change_of_meaning_is_found(check: str, en: str, es: str) -> None:
    assert [each for each in one(check, en, es) if each.severity.word != "info"]


SILENT = [
    (
        "safeguard",
        "Unless the harvest improves, the ministry will not sell the grain.",
        "Si la cosecha no mejora, el ministerio no venderá el grano.",
    ),
    (
        "safeguard",
        "The archives may be visited on weekdays, subject to written notice.",
        "Los archivos podrán visitarse los días laborables, previo aviso por escrito.",
    ),
    (
        "actor",
        "The directors of the company sign the accounts.",
        "Los administradores de la sociedad firman las cuentas.",
    ),
    (
        "actor",
        "The medical archives belong to the patients, and the survivors shall be heard.",
        "Los archivos médicos pertenecen a los pacientes, y se oirá a los supervivientes.",
    ),
    (
        "actor",
        "The Republic of Peru and Chile affirm their ties.",
        "Chile y el Perú afirman sus vínculos.",
    ),
    (
        "actor",
        "The plan was drawn up by the National Water Authority (NWA). It requested a loan.",
        "El plan fue elaborado por la Autoridad Nacional del Agua (ANA). Solicitó un préstamo.",
    ),
    (
        "antonym",
        "The Tenant may not take apart or reverse compile the control program.",
        "El Arrendatario no podrá desmontar ni descompilar el programa de control.",
    ),
    (
        "antonym",
        "The Exporter shall pay any customs duty, tax or levy set by the port.",
        "El Exportador pagará todo derecho de aduana, impuesto o gravamen que fije el puerto.",
    ),
    (
        "antonym",
        "The Consulate may add a late payment fee to the amount outstanding.",
        "El Consulado podrá añadir un recargo por demora a la cantidad pendiente de cobro.",
    ),
    (
        "performative",
        "The Lessee agrees to repair the roof before the winter.",
        "El Arrendatario se compromete a reparar el tejado antes del invierno.",
    ),
    (
        "modality",
        "Some presses also require the plate to be heated before they can turn.",
        "Algunas prensas requieren también la plancha, que se debe calentar antes de girar.",
    ),
    (
        "modality",
        "The museum sends the painter ten catalogues; any others the painter may wish are sold at cost.",
        "El museo enviará al pintor diez catálogos; los que este desee además se le venderán a precio de coste.",
    ),
    (
        "modality",
        "Maps older than a century can be copied only with the written leave of the keeper.",
        "Para copiar mapas de más de un siglo es imprescindible el permiso escrito del conservador.",
    ),
    (
        "actor",
        "The archive shows what you and other guest users read to librarians and certain coaches.",
        "El archivo muestra lo que usted y otros invitados leen a los bibliotecarios y a algunos tutores.",
    ),
    (
        "actor",
        "One of our staff will return the coat, against a receipt, to the person named on the ticket.",
        "Un empleado de la compañía devolverá el abrigo, contra recibo, a la persona que figure en el resguardo.",
    ),
    (
        "actor",
        "The panel shall question the rower before it decides.",
        "El tribunal interrogará al remero antes de decidir.",
    ),
    (
        "safeguard",
        "Any loss found at the count is presumed to be a taxable sale, unless the grocer proves otherwise.",
        "Toda pérdida que se halle en el recuento se presumirá venta sujeta a impuesto, salvo que el tendero pruebe lo contrario.",
    ),
    (
        "safeguard",
        "Boats are inspected every year (not rowing boats kept on a lake), and the crew is trained.",
        "Los barcos se inspeccionan cada año (salvo los de remos que se guardan en un lago), y se forma a la tripulación.",
    ),
    (
        "safeguard",
        "The archive holds material subject to copyright that the State has bought.",
        "El archivo conserva material protegido por derechos de autor que el Estado ha comprado.",
    ),
    (
        "performative",
        "The Trustee waives and agrees not to pursue any such claim.",
        "El Fiduciario renuncia y se compromete a no hacer valer ninguna de esas pretensiones.",
    ),
    (
        "performative",
        "The objector has twenty-one days in which to complain.",
        "El opositor dispone de veintiún días para quejarse.",
    ),
    (
        "performative",
        "The usher decides whether to call the relatives.",
        "El ujier decide si conviene avisar a los parientes.",
    ),
    (
        "performative",
        "Specify the margins of the page. The form is printed at once.",
        "Permite definir los márgenes de la página. El formulario se imprime enseguida.",
    ),
    (
        "conjunction",
        "The siren can be turned on and off from the tower.",
        "La sirena se puede activar o desactivar desde la torre.",
    ),
    (
        "negation",
        "This rule decides whether or not the bell should be rung when the session opens.",
        "Esta norma decide si la campana se debe tocar o no cuando se abre la sesión.",
    ),
    (
        "negation",
        "Delete the sentence “Neither side will bring an action after two years”.",
        "Suprímase la oración de “Ninguna de las partes entablará acción alguna después de dos años”.",
    ),
    (
        "quantifier",
        "The Registrar may change the rank of any or all of the entries.",
        "El Registrador podrá cambiar el rango de algunas o de todas las anotaciones.",
    ),
    (
        "quantifier",
        "In Toledo alone, the court is hearing twelve claims.",
        "Solo en Toledo el tribunal examina doce reclamaciones.",
    ),
    (
        "name",
        "The treaty binds Lesotho and Swaziland.",
        "El tratado obliga a Lesoto y Suazilandia.",
    ),
    (
        "acronym",
        "The clerk connects through a second (LAN) port of the building.",
        "El secretario se conecta por un segundo puerto de la red local del edificio.",
    ),
    (
        "actor",
        "The harbour keeps its charts on a card called SPI flash of a few MiB in size.",
        "El puerto guarda sus cartas en una tarjeta de unos pocos MiB de tamaño llamada flash SPI.",
    ),
    (
        "untranslated-part",
        "Both sides write this deed in English. Les parties ont convenu de rédiger cet acte en langue anglaise.",
        "Ambas partes redactan esta escritura en inglés. Les parties ont convenu de rédiger cet acte en langue anglaise.",
    ),
    (
        "negation",
        "No fee shall be charged for the registration of treaties.",
        "El registro de los tratados será gratuito.",
    ),
    (
        "negation",
        "The delegates hold that peace is a duty and not merely a wish.",
        "Los delegados sostienen que la paz es un deber y no un simple deseo.",
    ),
    (
        "quantifier",  # who fails to act does not act
        "Every village shall keep its well.",
        "Ninguna aldea dejará de conservar su pozo.",
    ),
    (
        "quantifier",  # behind its noun *alguna* says whichever it is
        "The owner is heard before any decision is taken.",
        "Se oye al dueño antes de tomar decisión alguna.",
    ),
    (
        "quantifier",  # of two sentences
        "Losing the seal is an offence too. In Lugo alone the court hears nine cases.",
        "También comete un delito quien pierde el sello. Solo en Lugo el tribunal conoce de nueve causas.",
    ),
    (
        "antonym",
        "The ministers asked the Fraud Bureau for a report.",
        "Los ministros solicitaron un informe a la Oficina Antifraude.",
    ),
    (
        "quantifier",
        "The guards shall rest for nine hours each day.",
        "Los guardias descansarán nueve horas al día.",
    ),
    (
        "safeguard",
        "The agents may not enter, except with the consent of the ambassador.",
        "Los agentes no podrán entrar sin consentimiento del embajador.",
    ),
    (
        "safeguard",
        "The name of the child is protected as recognized by law.",
        "El nombre del niño está protegido de conformidad con la ley.",
    ),
    (
        "safeguard",
        "The guards shall visit the prisoners, save in exceptional circumstances.",
        "Los guardias visitarán a los presos, salvo en circunstancias excepcionales.",
    ),
    (
        "safeguard",
        "The ships sail in accordance with the rules of the port.",
        "Los buques navegan como disponen las reglas del puerto.",
    ),
    (
        "actor",
        "The parents and legal guardians of the child shall be heard.",
        "Se oirá a los padres y a los representantes legales del niño.",
    ),
    (
        "actor",
        "The lender grants the borrower the use of all patents held by the lender.",
        (
            "El prestamista cede al prestatario el uso de las patentes que posea, siempre y durante "
            "toda la vigencia, para que el prestatario las utilice."
        ),
    ),
    (
        "modality",
        "The States Parties shall not store waste in the zone.",
        "Los Estados Partes no podrán almacenar desechos en la zona.",
    ),
    (
        "modality",
        "The Parties shall, first of all, seek an agreement on the river.",
        "Las Partes tratarán de llegar, ante todo, a un acuerdo sobre el río.",
    ),
    (
        "modality",
        "The police shall be obliged to answer and shall have the power to inspect.",
        "La policía estará obligada a responder y tendrá la facultad de inspeccionar.",
    ),
    (
        "modality",
        "All children shall enjoy the same protection.",
        "Todos los niños tienen derecho a igual protección.",
    ),
    (
        "modality",
        "The right may be subject only to limits set by law.",
        "El derecho estará sujeto únicamente a los límites fijados por la ley.",
    ),
    (
        "modality",
        "The States shall decide to what extent they would open the archive.",
        "Los Estados decidirán en qué medida abrirán el archivo.",
    ),
    (
        "performative",
        "Each State Party undertakes to publish the list of ports.",
        "Cada Estado Parte se compromete a publicar la lista de puertos.",
    ),
    (
        "performative",
        "The Council resolved to close the fund.",
        "El Consejo acordó cerrar el fondo.",
    ),
    (
        "performative",
        "We affirm our friendship and call upon all States to open their ports.",
        "Reafirmamos nuestra amistad e instamos a todos los Estados a abrir sus puertos.",
    ),
    (
        "actor",
        "The port authority inspectors of Veracruz informed the embassy.",
        "Los inspectores de la autoridad portuaria de Veracruz informaron a la embajada.",
    ),
    (
        "antonym",
        "The sums will be shared after deduction of the costs.",
        "Las sumas se repartirán previa deducción de los costos.",
    ),
    (
        "antonym",
        "Undocumented workers will receive care.",
        "Los trabajadores no documentados recibirán atención.",
    ),
    (
        "antonym",
        "The files were encrypted, and the encrypted copies were kept.",
        "Los archivos se cifraron y las copias cifradas se conservaron.",
    ),
    ("negation", "No fee shall be paid for the first copy.", "La primera copia será gratuita."),
    (
        "negation",
        "This annex is not intended to create new obligations.",
        "Este anexo no tiene la intención de crear nuevas obligaciones.",
    ),
    (
        "negation",
        "The delegates could not even read the draft.",
        "Los delegados ni siquiera pudieron leer el borrador.",
    ),
    (
        "negation",
        "The committee doesn't just receive the reports, but also publishes them.",
        "El comité no solo recibe los informes, sino que también los publica.",
    ),
    (
        "negation",
        "The files cannot be copied or removed.",
        "Los archivos ni se pueden copiar ni retirar.",
    ),
    (
        "conjunction",
        "Nobody may be detained or expelled without a hearing.",
        "Nadie podrá ser detenido y expulsado sin audiencia.",
    ),
    (
        "quantifier",
        "The report may be published only with the consent of both.",
        "El informe no podrá publicarse sino con el consentimiento de ambos.",
    ),
    ("quantifier", "You can use it only with a key.", "Puede usarlo con una clave."),
    (
        "safeguard",
        "The plan will be reviewed whenever the Parties so agree.",
        "El plan se revisará siempre que las Partes así lo acuerden.",
    ),
    (
        "safeguard",
        "The certificate is issued upon request.",
        "El certificado se expide cuando el interesado lo solicita.",
    ),
    (
        "modality",
        "The group adopted the rules that it should follow as an observer of the council.",
        "El grupo adoptó las reglas que debía seguir como observador del consejo.",
    ),
    (
        "modality",
        "He said that the state could help the victims.",
        "Dijo que el Estado ayudará a las víctimas.",
    ),
    (
        "modality",
        "The new bridge would reduce waiting times.",
        "El nuevo puente reduciría los tiempos de espera.",
    ),
    (
        "actor",
        "The migrant workers informed the Mexican commission of the abuses.",
        "Los trabajadores migrantes informaron de los abusos a la comisión mexicana.",
    ),
    (
        "actor",
        "The importing Party shall inform the exporting Party of the inspection.",
        "La Parte exportadora será informada de la inspección por la Parte importadora.",
    ),
    (
        "actor",
        "The judge met with the prosecutor in the afternoon.",
        "El fiscal se reunió con el juez por la tarde.",
    ),
    (
        "actor",
        "The offending party shall pay one third of the costs.",
        "La Parte infractora pagará una tercera parte de los costos.",
    ),
    (
        "modality",
        "The minister announced that the consulate would issue the passports.",
        "La ministra anunció que el consulado expedirá los pasaportes.",
    ),
    (
        "modality",
        "For instance, a second window will show the result.",
        "Por ejemplo, una segunda ventana mostraría el resultado.",
    ),
    (
        "modality",
        "The fund would pay the interpreters if the Parties agreed.",
        "El fondo pagaría a los intérpretes si las Partes lo acordaran.",
    ),
    (
        "modality",
        "The attacker may have copied the keys.",
        "El atacante podría haber copiado las claves.",
    ),
    (
        "negation",
        "The officer shall check each folder in the archive for gaps.",
        "El funcionario comprobará que no haya lagunas en ninguna carpeta del archivo.",
    ),
    (
        "negation",
        "The file may contain zero annexes.",
        "El expediente puede no tener anexos.",
    ),
    (
        "negation",
        "Give the name of the notary if known, or else a number.",
        "Indique el nombre del notario si es conocido o, si no, un número.",
    ),
    (
        "negation",
        "Please feel free to write to the consulate.",
        "No dude en escribir al consulado.",
    ),
    (
        "negation",
        "Keep the receipt if you want to recover the deposit.",
        "Conserve el recibo; de lo contrario no podrá recuperar el depósito.",
    ),
    (
        "negation",
        "The author and the publisher do not by this licence permit any change.",
        "Con esta licencia ni el autor ni el editor permiten cambio alguno.",
    ),
    (
        "negation",
        "The use of nets is not allowed in the reserve, and hunting remains prohibited.",
        "Está prohibido el uso de redes en la reserva, y la caza sigue prohibida.",
    ),
    (
        "negation",
        "The form does not entitle the holder to work in the United States or give access to the pension.",
        "El formulario no autoriza al titular a trabajar en EE. UU. ni le da acceso a la pensión.",
    ),
    (
        "negation",
        "Delegations must not use the old seal but should use the new one.",
        "Las delegaciones no pueden emplear el sello antiguo, sino que deben usar el nuevo.",
    ),
    (
        "negation",
        "Our filters keep spam messages out of the ministry.",
        "Nuestros filtros mantienen los mensajes no deseados fuera del ministerio.",
    ),
    ("negation", "He failed to appear.", "No compareció."),
    ("negation", "The unauthorized use is a crime.", "El uso no autorizado es un delito."),
    (
        "negation",
        "Not only Mexico but also Canada signed.",
        "No solo México, sino también Canadá firmó.",
    ),
    (
        "negation",
        "The data shall be kept no longer than necessary.",
        "Los datos no se conservarán más tiempo del necesario.",
    ),
    (
        "negation",
        "Neither country is safe if the other is not.",
        "Ningún país está seguro si el otro no lo está.",
    ),
    (
        "negation",
        "The invalid vote was annulled.",
        "El voto que no era válido fue anulado.",
    ),
    (
        "negation",
        "A guide for newcomers in the consulate.",
        "Una guía para personas sin experiencia en el consulado.",
    ),
    (
        "negation",
        "The value none closes the file of the court.",
        "El valor none cierra el expediente del tribunal.",
    ),
    (
        "negation",
        "Travel is allowed without any further document.",
        "Se permite viajar sin más documentos.",
    ),
    (
        "negation",
        "The office stays closed until there is nothing to sign.",
        "La oficina permanece cerrada hasta que no hay nada que firmar.",
    ),
    (
        "negation",
        "Unless the State chose not to appear, the court hears it.",
        "Si el Estado ha elegido comparecer, el tribunal lo oye.",
    ),
    (
        "negation",
        "Minor cases are skipped by the court.",
        "El tribunal no examina los casos menores.",
    ),
    ("modality", "You can simply sign at the embassy.", "Solo tiene que firmar en la embajada."),
    ("conjunction", "Avoid threats or insults.", "Evite las amenazas y los insultos."),
    ("safeguard", "The judge is heard, if need be.", "Se oye al juez, si fuese necesario."),
    ("modality", "They shall not be detained.", "No podrán ser detenidos."),
    ("modality", "You will need to sign.", "Deberá firmar."),
    ("modality", "It is possible that they may agree.", "Es posible que lleguen a un acuerdo."),
    ("modality", "Users will be able to appeal.", "Los usuarios podrán apelar."),
    ("modality", "The vote shall only be held on Sunday.", "El voto solo podrá ser el domingo."),
    ("modality", "You may want to call the embassy.", "Debería llamar a la embajada."),
    (
        "modality",
        "You should find two copies in the file.",
        "Encontrará dos copias en el expediente.",
    ),
    ("conjunction", "both women and men", "tanto mujeres como hombres"),
    (
        "conjunction",
        "Ports are safer than roads and rivers.",
        "Los puertos son más seguros que los caminos o los ríos.",
    ),
    ("conjunction", "They did not sign or agree.", "No firmaron ni acordaron."),
    (
        "quantifier",
        "The most vulnerable communities suffer.",
        "Las comunidades más vulnerables sufren.",
    ),
    ("quantifier", "Almost all States have signed.", "La mayoría de los Estados ha firmado."),
    ("quantifier", "Almost every State has signed.", "Casi todos los Estados han firmado."),
    ("quantifier", "They accept no corruption at all.", "No aceptan corrupción alguna."),
    (
        "actor",
        "The Attorney General of the United States met the Mexican ministers.",
        "El fiscal general estadounidense se reunió con los ministros de México.",
    ),
    (
        "antonym",
        "They strengthened the less secure ports.",
        "Fortalecieron los puertos menos seguros.",
    ),
    ("antonym", "It is not possible to enter.", "Es imposible entrar."),
    ("quantifier", "All warranties are excluded.", "Se excluye ninguna garantía."),
    ("safeguard", "They will call the judge if needed.", "Llamarán al juez si hace falta."),
    ("safeguard", "Use trains whenever possible.", "Use trenes siempre que se pueda."),
    ("open-list", "The court works like the council.", "El tribunal trabaja solo como el consejo."),
    ("performative", "They reaffirm their friendship.", "Reiteran su amistad."),
    ("safeguard", "as permitted by law", "según lo permita la ley"),
    ("open-list", "crimes such as fraud", "delitos como el fraude"),
    ("mismatch", "Article 5", "Artículo 5"),
    (
        "missing-clause",
        "They agreed, however, to meet again.",
        "Sin embargo, acordaron reunirse de nuevo.",
    ),
    ("list-length", "drugs, weapons and money", "drogas, armas y dinero"),
    (
        "missing-coordinate",
        "They identify and pursue criminals.",
        "Identifican y persiguen a los delincuentes.",
    ),
    (
        "actor",
        "The Governments of Peru and Chile approved the plan in June.",
        "Los Gobiernos de Chile y el Perú aprobaron el plan en junio.",
    ),
    (
        "actor",
        "The military authorities shall hand over the ship.",
        "Los militares entregarán el buque.",
    ),
    (
        "actor",
        "The Board of Directors shall approve the accounts.",
        "El Consejo de Administración aprobará las cuentas.",
    ),
    (
        "actor",
        "The list names non-members as well.",
        "La lista nombra también a otros usuarios.",
    ),
    (
        "performative",
        "The States undertake to return the archives.",
        "Los Estados se obligan a devolver los archivos.",
    ),
    (
        "performative",
        "To commit your changes, close the window.",
        "Para confirmar los cambios, cierre la ventana.",
    ),
    (
        "safeguard",
        "No vessel may leave the port unless the inspector has given his consent.",
        "Ningún buque podrá salir del puerto sin que el inspector haya dado su consentimiento.",
    ),
    (
        "safeguard",
        "Unless you do not travel by train, show the ticket at the gate.",
        "Si viaja en tren, muestre el billete en la entrada.",
    ),
    (
        "safeguard",
        "With very few exceptions, the files are public.",
        "Salvo en contadas ocasiones, los expedientes son públicos.",
    ),
    (
        "safeguard",
        "The judge shall hear the witnesses as and when required.",
        "El juez oirá a los testigos cuando haya lugar.",
    ),
    (
        "modality",
        "If you need to change the date, you can write it in another field.",
        "Si se necesita cambiar la fecha, puede escribirla en otro campo.",
    ),
    (
        "modality",
        "The State Party shall retain the authority to refuse the visit.",
        "El Estado Parte estará facultado para rechazar la visita.",
    ),
    (
        "modality",
        "Amounts of import or export duty shall be repaid.",
        "Se devolverán los importes de los derechos de importación o de exportación.",
    ),
    (
        "modality",
        "If there is one key, you can just enter it.",
        "Si hay una sola clave, solo tendrás que introducirla.",
    ),
    (
        "modality",
        "You will see the list of files at once.",
        "Podrás ver enseguida la lista de archivos.",
    ),
    (
        "quantifier",
        "Whoever leaves the hall shall return the key to the two ushers.",
        "Quien salga de la sala devolverá la llave a los dos ujieres.",
    ),
    (
        "quantifier",
        "The envoys also agreed on a single seal for the passes.",
        "Los enviados acordaron además un sello único para los pases.",
    ),
    (
        "quantifier",
        "The statute protects all aunts and uncles of the ward.",
        "El estatuto protege a todas las tías y todos los tíos del pupilo.",
    ),
    (
        "quantifier",
        "The guarantor waives all liability for the bridge.",
        "El garante renuncia a todo tipo de responsabilidad por el puente.",
    ),
    (
        "quantifier",
        "The canal is one of the oldest and most costly works of the province.",
        "El canal es una de las obras más antiguas y costosas de la provincia.",
    ),
    (
        "negation",
        "Do not wait for the clerk, nobody else does.",
        "No espere al secretario, nadie lo hace.",
    ),
    (
        "negation",
        "The levy shall be for a sum not exceeding ninety crowns.",
        "El gravamen será por una suma no superior a noventa coronas.",
    ),
    (
        "negation",
        "The mast shall be no taller than nine metres.",
        "El mástil tendrá nueve metros de altura como máximo.",
    ),
    (
        "negation",
        "If the tenant no longer agrees to the rules, he may leave.",
        "Si el inquilino deja de estar conforme con las normas, podrá marcharse.",
    ),
    (
        "negation",
        "Dogs are kept out of the orchard.",
        "No se dejan entrar perros en el huerto.",
    ),
    (
        "negation",
        "Salt may be carried on weekdays only.",
        "Fuera de los días laborables, no podrá transportarse sal en ningún vagón.",
    ),
    (
        "negation",
        "The notes may or may not recur in the annex.",
        "Las notas pueden ser recurrentes o no en el anexo.",
    ),
    (
        "antonym",
        "The decree makes it unnecessary to sign twice.",
        "El decreto hace que no sea necesario firmar dos veces.",
    ),
]


@pytest.mark.parametrize(("check", "en", "es"), SILENT)
def test_a_legitimate_rendering_is_silent(check: str, en: str, es: str) -> None:
    assert not [each for each in one(check, en, es) if each.severity.word != "info"]


def test_what_stands_in_a_paraphrase_only_informs() -> None:
    (found,) = one(
        "negation",
        "Do not reinvent the wheel: the treaty of 1994 helps.",
        "Se aprovecha lo ya hecho: el tratado de 1994 ayuda.",
    )
    assert found.severity.word == "info"


def test_an_exchanged_conjunction_is_major_only_where_something_is_laid_down() -> None:
    def weight(en: str, es: str) -> list[str]:
        return [each.severity.word for each in one("conjunction", en, es)]

    assert weight(
        "The States shall protect witnesses and experts.",
        "Los Estados protegerán a los testigos o peritos.",
    ) == ["major"]
    assert weight(
        "The museum shows coins and medals of silver.",
        "El museo muestra monedas o medallas de plata.",
    ) == ["minor"]


def test_a_handbook_may_advise_where_an_instrument_may_not() -> None:
    handbook = one(
        "modality",
        "You should send the form to your bank.",
        "Deberá enviar el formulario al banco.",
    )
    instrument = one(
        "modality", "The owner should send the form.", "El propietario deberá enviar el formulario."
    )
    assert [each.severity.word for each in (*handbook, *instrument)] == ["info", "major"]


def test_evidence_stands_on_both_sides() -> None:
    (negation,) = one("negation", "The list is not public.", "La lista es pública.")
    assert negation.en and negation.es


def test_the_two_versions_are_compared_alike() -> None:
    (left,) = one("negation", "The list is not public.", "La lista es pública.")
    (right,) = one("negation", "The list is public.", "La lista no es pública.")
    assert left.severity == right.severity
    assert left.facts_en == right.facts_es


def test_a_side_without_words_is_no_fault() -> None:
    assert check_lines([("Only", "***"), ("***", "solo"), ("12", "—"), ("", "solo si")])


def test_a_long_document_of_terms_takes_a_time_that_grows_with_its_length() -> None:
    # Each text says the term again and again: the places of a habit are looked up, not searched.
    english = "The border patrol met the mayor. " * 1500
    spanish = "La patrulla fronteriza se reunió con el alcalde. " * 1500
    odd = "La policía fronteriza se reunió con el alcalde. "
    lines = [(english, spanish)] * 3 + [("The border patrol met the mayor.", odd)]
    with patience():
        assert len(check_lines(lines, documents=["d"] * len(lines))) == len(lines)


ODD = (
    "",
    "***",
    "—",
    "12",
    "¿?",
    "Only",
    "solo",
    "not",
    "No",
    "shall",
    "podrá",
    "all",
    "ningún",
    "O",
)
ODD += (
    "May",
    "AB",
    "and",
    "\n",
    "States",
    "agree",
    "no más que",
    "unless",
    "as appropriate",
    "a, b, c",
)


@pytest.mark.parametrize("en", ODD)
def test_no_odd_pair_ends_the_checks(en: str) -> None:
    pairs = [(en, es) for es in ODD]
    assert len(check_lines(pairs)) == len(ODD)
    assert len(check_lines(pairs, documents=["d"] * len(ODD))) == len(ODD)


@pytest.mark.parametrize(
    ("english", "spanish"),
    [
        (
            "The court may hear the witness only when the parties agree.",
            "El tribunal no podrá oír al testigo sino cuando las partes lo acuerden.",
        ),
        (
            "None of the members may sell the boat without the consent of the council.",
            "La venta del barco por cualquiera de los miembros requiere el consentimiento del consejo.",
        ),
        (
            "Every port shall publish its tariff.",
            "Ningún puerto dejará de publicar su tarifa.",
        ),
        (
            "We see no reason why any delegate should leave the room.",
            "No vemos motivo para que ningún delegado salga de la sala.",
        ),
        (
            "The archive will stay closed all summer.",
            "El archivo no abrirá en todo el verano.",
        ),
    ],
)
def test_negations_that_the_other_version_says_in_another_way_only_inform(
    english: str, spanish: str
) -> None:
    found = one("negation", english, spanish)
    assert all(each.severity.word == "info" for each in found)


def test_an_exception_takes_the_negation_of_its_own_clause() -> None:
    english = "Unless the fee is paid, the licence will not be renewed."
    (dropped,) = one("negation", english, "Si no se paga la tasa, la licencia se renovará.")
    assert dropped.severity.word == "minor"
    assert not one("negation", english, "Si no se paga la tasa, la licencia no se renovará.")


def test_a_missing_negation_counts_beside_an_exception_on_both_sides() -> None:
    (dropped,) = one(
        "negation",
        "No person shall be searched except by order of a judge.",
        "Toda persona podrá ser registrada sino por orden de un juez.",
    )
    assert dropped.severity.word != "info"
